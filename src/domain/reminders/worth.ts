import { discountFor } from "../program/points"
import type { ProgramRules } from "../program/rules"
import type { Currency } from "../shared/currency"

/** A program that is switched on. */
export type ValuingProgram = Pick<ProgramRules, "point_value"> & { id: string; currency: Currency }

/** Money that points pay: a decimal string in major units. */
export type Worth = { amount: string; currency: Currency }

/**
 * What points pay under the program that tells it; null without one, and when they pay less than its
 * smallest coin. Points are tied to no currency: the program is the one that all of them were earned
 * under if that is one program and it is switched on, otherwise the first of those switched on.
 *
 * @param lots with the program that each came from; null for points given by hand
 * @param programs those switched on, in the order in which they count
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
