import { useCallback, useRef, useState } from "react"
import type { LoyaltyQuote } from "../../types"
import type { Notice } from "./notice"
import type { Failure } from "./use-failure"

/** The outcome of an action, and the quote it is about. */
export type Outcome = { notice: Notice; quote: LoyaltyQuote | undefined }

type Action = () => Promise<Outcome | null>

/** Runs one action at a time: pressing twice does not send twice. */
export function useOneAtATime(explain: (error: unknown) => Promise<Failure>) {
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isRunning = useRef(false)

  const attempt = async (action: Action): Promise<Outcome | null> => {
    try {
      return await action()
    } catch (error) {
      const { notice, quote, isWorthRetrying } = await explain(error)
      return { notice: isWorthRetrying ? { ...notice, retry: () => run(action) } : notice, quote }
    }
  }
  const start = async (action: Action) => {
    isRunning.current = true
    setBusy(true)
    setOutcome(null)
    const next = await attempt(action)
    isRunning.current = false
    setOutcome(next)
    setBusy(false)
  }
  const run = (action: Action) => {
    if (!isRunning.current) {
      void start(action)
    }
  }
  return { isBusy, outcome, run, forget: useCallback(() => setOutcome(null), []) }
}
