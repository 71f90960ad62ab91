import { useCallback } from "react"
import { useLoyaltyContext } from "../context"
import type { LoyaltyProgram } from "../types"
import { programsKey } from "./keys"
import { fetchPrograms } from "./requests"
import { useResource } from "./use-resource"

export interface LoyaltyProgramState {
  /** undefined while loading and when the currency has none. */
  program: LoyaltyProgram | undefined
  isLoading: boolean
  error: Error | undefined
}

/** The rules of a currency: what points are worth, what they are earned on, and their limits. */
export function useLoyaltyProgram(currencyCode: string | undefined): LoyaltyProgramState {
  const { sdk, customerId } = useLoyaltyContext()
  const load = useCallback(() => fetchPrograms(sdk), [sdk])
  const { data, error, isLoading } = useResource(
    currencyCode === undefined ? null : programsKey(customerId),
    load
  )
  const code = currencyCode?.toLowerCase()
  return { program: data?.find((program) => program.currency_code === code), isLoading, error }
}
