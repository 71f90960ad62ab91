import { useMemo, useState } from "react"
import { useWatch } from "react-hook-form"

import type { ProgramForm } from "../form/use-program-form"
import { rulesOf } from "../form-values"
import type { NumberProblem } from "../../fields/numbers"
import { useSimulation } from "../queries"
import type { ProgramSchema } from "../schema"
import { useDebounced } from "../../shared/use-debounced"
import { useWords } from "../use-words"
import { type AmountName, checkAmounts } from "./amounts"
import { DEFAULT_AMOUNTS, type SimulationAmounts, simulationRequest } from "./simulation-request"
import { type AnsweredSimulation, type Warning, warningInWords } from "./simulation-text"

/** Long enough to keep typing, short enough to feel immediate; milliseconds. */
const PAUSE = 200

export type LiveSimulation = {
  currencyCode: string
  amounts: SimulationAmounts
  problems: Partial<Record<AmountName, NumberProblem>>
  setAmount(name: AmountName, text: string): void
  /** The latest answer for the current rules or, while they are invalid, for the last valid ones. */
  answer: AnsweredSimulation | null
  isInvalid: boolean
  isEnabled: boolean
  warnings: { field: Warning["field"]; text: string }[]
  error: Error | null
  retry: () => unknown
}

/** Simulates the form's unsaved rules, a moment after each change. */
export function useLiveSimulation(form: ProgramForm, schema: ProgramSchema): LiveSimulation {
  const words = useWords()
  const [amounts, setAmounts] = useState(DEFAULT_AMOUNTS)
  const values = useWatch({ control: form.control })
  const { problems, request } = useMemo(() => {
    const checked = checkAmounts(amounts, words.language)
    const input = schema.safeParse(values)
    const request =
      input.success && checked.values
        ? simulationRequest(input.data.currency_code, rulesOf(input.data), checked.values)
        : null
    return { problems: checked.problems, request }
  }, [amounts, schema, values, words.language])
  const { data, error, refetch } = useSimulation(useDebounced(request, PAUSE))
  const answer = data ?? null
  return {
    currencyCode: values.currency_code ?? "",
    amounts,
    problems,
    setAmount: (name, text) => setAmounts((previous) => ({ ...previous, [name]: text })),
    answer,
    isInvalid: request === null,
    isEnabled: values.is_enabled === true,
    warnings: (answer?.simulation.warnings ?? []).map((warning) => ({
      field: warning.field,
      text: answer ? warningInWords(warning, answer.request, words) : warning.message,
    })),
    error,
    retry: refetch,
  }
}
