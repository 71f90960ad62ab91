import { toWholePoints } from "../program/points"
import type { ProgramRules, Rounding } from "../program/rules"
import {
  type Decimal,
  decimal,
  maxDecimal,
  sumDecimals,
  withoutResidue,
  ZERO,
} from "../shared/decimal"
import { programTerms } from "./terms"
import type { BonusTerms, Terms } from "./terms"

/**
 * A line for computing what it earns, from a cart, an order or an invoice. `paid`: the money for it in
 * major units, after promotions, points and refunds, with or without tax per the program's
 * `earning_basis`. `units`: those that are kept. `share`: how much of it has been earned so far, 0 to 1.
 */
export type EarningLine = Readonly<{ id: string; paid: Decimal; units: Decimal; share: Decimal }>

/**
 * What a source earns under its terms, in whole points: the one place where points are computed.
 *
 * - money: what was paid, times its share and the line's rate
 * - units: points per unit kept, times the share; none for a line that costs nothing
 * - bonuses: each once, if its lines cost the minimum; in proportion to what has been earned of them
 *
 * The sum is rounded once, per `rounding`. The order of lines and bonuses makes no difference.
 *
 * @throws RangeError when the points exceed a safe integer (absurd rules)
 */
export function earnedFor(lines: readonly EarningLine[], terms: Terms, rounding: Rounding): number {
  const earning = lines.filter(({ paid }) => paid.gt(0))
  const points = sumDecimals([
    ...pointsForMoney(earning, terms),
    ...pointsForUnits(earning, terms),
    ...terms.bonuses.map((bonus) => pointsOfBonus(earning, bonus)),
  ])
  return toWholePoints(points, rounding)
}

/** What an amount of money earns under a program without further rules; 0 if it is negative. */
export function earnedOn(
  rules: Pick<ProgramRules, "points_per_currency_unit" | "rounding">,
  amount: Decimal
): number {
  const line = { id: "amount", paid: amount, units: ZERO, share: decimal(1) }
  return earnedFor([line], programTerms(rules, [line]), rules.rounding)
}

/** The money that has earned points so far, in major units. */
export function spentOn(lines: readonly EarningLine[]): Decimal {
  return withoutResidue(sumDecimals(lines.map(earnedMoney)))
}

const earnedMoney = ({ paid, share }: EarningLine): Decimal => maxDecimal(ZERO, paid).times(share)

/** Grouped by rate, so that residue is removed from a sum of money before it is multiplied. */
function pointsForMoney(lines: readonly EarningLine[], terms: Terms): Decimal[] {
  const rates = new Map(terms.lines.map(({ id, rate }) => [id, rate]))
  const rateOf = ({ id }: EarningLine) => rates.get(id) ?? "0"
  return [...new Set(lines.map(rateOf))].map((rate) =>
    spentOn(lines.filter((line) => rateOf(line) === rate)).times(rate)
  )
}

function pointsForUnits(lines: readonly EarningLine[], terms: Terms): Decimal[] {
  const perUnit = new Map(terms.lines.map(({ id, per_unit }) => [id, per_unit]))
  return lines.map(({ id, units, share }) =>
    withoutResidue(units.times(share)).times(perUnit.get(id) ?? "0")
  )
}

function pointsOfBonus(lines: readonly EarningLine[], bonus: BonusTerms): Decimal {
  const own = lines.filter(({ id }) => bonus.lines.includes(id))
  const paid = withoutResidue(sumDecimals(own.map((line) => line.paid)))
  if (paid.lte(0) || paid.lt(bonus.minimum)) {
    return ZERO
  }
  return withoutResidue(decimal(bonus.points).times(spentOn(own)).div(paid))
}
