import type { ProgramRules } from "../program/rules"

/** What one line earns: decimal strings, points per unit of money and points per unit kept. */
export type LineTerms = Readonly<{ id: string; rate: string; per_unit: string }>

/** Points given once, if the lines together cost at least `minimum`, a decimal in major units. */
export type BonusTerms = Readonly<{
  rule: string
  points: number
  minimum: string
  lines: readonly string[]
}>

/**
 * The rules evaluated once for one source. They are plain numbers, so no later change to a rule, a tier
 * or a product changes what the source earns; settling it is arithmetic on them.
 */
export type Terms = Readonly<{ lines: readonly LineTerms[]; bonuses: readonly BonusTerms[] }>

/** The terms of a program without further rules: its rate on every line. */
export function programTerms(
  { points_per_currency_unit }: Pick<ProgramRules, "points_per_currency_unit">,
  lines: readonly { id: string }[]
): Terms {
  return {
    lines: lines.map(({ id }) => ({ id, rate: points_per_currency_unit, per_unit: "0" })),
    bonuses: [],
  }
}
