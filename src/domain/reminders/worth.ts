import { discountFor } from "../program/points"
import type { ProgramRules } from "../program/rules"
import type { Currency } from "../shared/currency"

/** An enabled program. */
export type ValuingProgram = Pick<ProgramRules, "point_value"> & { id: string; currency: Currency }

/** Money that points pay: a decimal string in major units. */
export type Worth = { amount: string; currency: Currency }

/**
 * What points are worth under the program that values them; null if there is none, or if they are worth
 * less than its smallest coin. Points have no currency: the program is the one they were earned under,
 * if it is one for all of them and enabled, otherwise the first enabled one.
 *
 * @param lots with the program that each came from; null for points given by hand
 * @param programs the enabled ones, in order of precedence
 */
export function worthOfLots(
  lots: readonly { points: number; program_id: string | null }[],
  programs: readonly ValuingProgram[]
): Worth | null {
  const sources = new Set(lots.flatMap(({ program_id }) => program_id ?? []))
  const earnedUnder = sources.size === 1 ? programs.find(({ id }) => sources.has(id)) : undefined
  const program = earnedUnder ?? programs[0]
  if (!program) {
    return null
  }
  const points = lots.reduce((sum, lot) => sum + lot.points, 0)
  const amount = discountFor(points, program, program.currency)
  return amount.isZero() ? null : { amount: amount.toFixed(), currency: program.currency }
}
