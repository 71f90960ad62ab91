import type { ProgramRules } from "../../src/domain/program/rules"
import { decimal, toNumber } from "../../src/domain/shared/decimal"
import type { HttpLoyaltyProgram } from "../../src/types/http"
import { dayInWords } from "../fields/day-in-words"
import type { Group } from "./fields"
import type { Words } from "./words"

/** The rules in a summary, as returned by the API. */
export type SummarizedRules = Pick<HttpLoyaltyProgram, keyof ProgramRules>

export type SummaryRow = { group: Exclude<Group, "program">; text: string }

type Tell = (rules: SummarizedRules, currencyCode: string, words: Words) => (string | false)[]

const SEPARATOR = " · "

const ROWS: Record<SummaryRow["group"], Tell> = {
  earning: (rules, currencyCode, { t, measure }) => [
    measure(rules.points_per_currency_unit, "points_per_unit", currencyCode),
    t(`program.summary.earn_on.${rules.earn_on}`),
    rules.earning_basis === "subtotal" && t("program.summary.without_tax"),
    rules.rounding !== "floor" && t(`program.summary.rounding.${rules.rounding}`),
  ],
  paying: (rules, currencyCode, words) => [
    pointValueText(rules, currencyCode, words),
    rules.minimum_balance > 0 &&
      words.t("program.summary.minimum_balance", { points: words.points(rules.minimum_balance) }),
    ...orderLimitTexts(rules, currencyCode, words),
    !rules.combine_with_promotions && words.t("program.summary.without_promotions"),
  ],
  validity: (rules, _, words) => [
    ...expiryTexts(rules, words),
    rules.pending_days > 0 &&
      words.t("program.summary.pending", { days: words.days(rules.pending_days) }),
  ],
  refunds: ({ clawback_policy }, _, { t }) => [t(`program.summary.clawback.${clawback_policy}`)],
}

/** The rules in words, one line per section: "10 points for each 1 PLN · when …". */
export function summarize(
  rules: SummarizedRules,
  currencyCode: string,
  words: Words
): SummaryRow[] {
  return (Object.keys(ROWS) as SummaryRow["group"][]).map((group) => {
    const parts = ROWS[group](rules, currencyCode, words)
    const text = parts.filter((part) => part !== false).join(SEPARATOR)
    return { group, text: capitalized(text, words.language) }
  })
}

/** A fixed day takes precedence over a number of days. */
function expiryTexts(rules: SummarizedRules, { t, days, language }: Words): (string | false)[] {
  if (rules.fixed_expiry !== null) {
    const least = rules.fixed_expiry_minimum_days
    return [
      t("program.summary.until_day", { day: dayInWords(rules.fixed_expiry, language) }),
      least > 0 && t("program.summary.at_least", { days: days(least) }),
    ]
  }
  return rules.validity_days === null
    ? [t("program.summary.never_expire")]
    : [t("program.summary.valid", { days: days(rules.validity_days) })]
}

function pointValueText(rules: SummarizedRules, currencyCode: string, words: Words): string {
  const value = rules.point_value
  const back = decimal(rules.points_per_currency_unit).times(value)
  return words.t("program.summary.point_value", {
    value: words.money(value, currencyCode),
    back: words.percent(toNumber(back.shiftedBy(2))),
  })
}

function orderLimitTexts(rules: SummarizedRules, currencyCode: string, { t, ...words }: Words) {
  const { minimum_order_total, maximum_discount, maximum_discount_percent } = rules
  return [
    minimum_order_total > 0 &&
      t("program.summary.minimum_order", { money: words.money(minimum_order_total, currencyCode) }),
    maximum_discount !== null &&
      t("program.summary.maximum_discount", { money: words.money(maximum_discount, currencyCode) }),
    maximum_discount_percent !== null &&
      t("program.summary.maximum_percent", { percent: words.percent(maximum_discount_percent) }),
  ]
}

function capitalized(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
