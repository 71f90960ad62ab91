import { type Bounds, decimalsAllowed, isWithinBounds } from "../../src/domain/fields/bounds"
import { type Decimal, decimal } from "../../src/domain/shared/decimal"

/** What a typed number must be. */
export type NumberRule = { kind: "decimal" | "whole"; bounds: Bounds; isOptional: boolean }

export type NumberProblem = {
  code: "required" | "not_a_number" | "not_whole" | "out_of_bounds" | "too_many_decimals"
  bounds: Bounds
}

/** A number in plain notation ("1500.5"), null for an empty field, or a problem. */
export type NumberCheck = { value: string | null } | { problem: NumberProblem }

const GROUPS_OF_THREE = { ",": /^-?\d{1,3}(,\d{3})+(\.\d+)?$/, ".": /^-?\d{1,3}(\.\d{3})+,\d+$/ }
const PLAIN_NUMBER = /^-?(\d+\.?\d*|\.\d+)$/

/**
 * Checks a number typed in the user's language: "1 500,50" in Polish, "1,500.50" in English. Where the
 * decimal separator is a comma, a point is accepted too.
 */
export function checkNumber(text: string, rule: NumberRule, language: string): NumberCheck {
  const { kind, bounds, isOptional } = rule
  const problem = (code: NumberProblem["code"]): NumberCheck => ({ problem: { code, bounds } })
  if (text.trim() === "") {
    return isOptional ? { value: null } : problem("required")
  }
  const value = readDecimal(text, language)
  if (value === null) {
    return problem("not_a_number")
  }
  if (kind === "whole" && !(value.isInteger() && isWrittenWhole(text, language))) {
    return problem("not_whole")
  }
  if (!isWithinBounds(value, bounds)) {
    return problem("out_of_bounds")
  }
  if ((value.decimalPlaces() ?? 0) > decimalsAllowed(bounds)) {
    return problem("too_many_decimals")
  }
  return { value: value.toFixed() }
}

/** A typed number; null if it is not one. */
function readDecimal(text: string, language: string): Decimal | null {
  const compact = withoutSpaces(text)
  const plain =
    decimalSeparator(language) === "," ? pointForComma(compact) : withoutThousandCommas(compact)
  return PLAIN_NUMBER.test(plain) ? decimal(plain) : null
}

/** In Polish "5.000" is 5 with decimals, but in a points field it is meant as 5000. */
function isWrittenWhole(text: string, language: string): boolean {
  const compact = withoutSpaces(text)
  return /^-?\d+$/.test(
    decimalSeparator(language) === "," ? compact : withoutThousandCommas(compact)
  )
}

function pointForComma(text: string): string {
  const ungrouped = GROUPS_OF_THREE["."].test(text) ? text.replaceAll(".", "") : text
  return ungrouped.replace(",", ".")
}

function withoutThousandCommas(text: string): string {
  return GROUPS_OF_THREE[","].test(text) ? text.replaceAll(",", "") : text
}

/** Some language or other uses each kind of space for thousands; a true minus counts as a hyphen. */
function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "").replace("−", "-")
}

/** A number for editing in a field: without thousands separators, never "1e-8"; null is empty. */
export function numberAsTyped(value: number | string | null, language: string): string {
  return value === null ? "" : decimal(value).toFixed().replace(".", decimalSeparator(language))
}

export function decimalSeparator(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5)
  return parts.find((part) => part.type === "decimal")?.value ?? "."
}
