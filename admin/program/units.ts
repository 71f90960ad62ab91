import type { Unit } from "./fields"
import { checkNumber } from "../fields/numbers"
import type { Words } from "./words"

/** The number whose plural form an empty field shows. */
const MANY = 100

/** The unit beside a field, in the plural form for the typed number: 1 day, 2 days. */
export function unitInWords(
  unit: Unit,
  typed: string,
  currencyCode: string,
  { t, language, money }: Words
): string {
  if (unit === "money") {
    return currencyCode.toUpperCase()
  }
  if (unit === "percent") {
    return "%"
  }
  return t(`program.units.${unit}`, {
    count: countOf(typed, language),
    unit: money(1, currencyCode),
  })
}

function countOf(typed: string, language: string): number {
  const rule = { kind: "decimal", bounds: { max: Infinity }, isOptional: true } as const
  const check = checkNumber(typed, rule, language)
  return "value" in check && check.value !== null ? Number(check.value) : MANY
}
