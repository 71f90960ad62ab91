import { useRef, useState } from "react"
import { useErrorText } from "./use-error-text"

/**
 * Runs a button's action, one at a time, with the reason in plain words when it fails. While it runs,
 * the button is marked with `aria-disabled`: a disabled one would lose the focus.
 *
 * @param explain says why it failed; by default in the shop's general words
 */
export function useAction(explain?: (error: unknown) => string) {
  const errorText = useErrorText()
  const isRunning = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<{ cause: unknown }>()
  const run = async (work: () => Promise<unknown>) => {
    if (isRunning.current) {
      return
    }
    isRunning.current = true
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (cause) {
      setError({ cause })
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }
  return { run, isBusy, failure: error && (explain ?? errorText)(error.cause) }
}
