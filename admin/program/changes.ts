import type { HttpLoyaltyProgramVersion } from "../../src/types/http"
import { dayInWords } from "../fields/day-in-words"
import { definitionOf, FIELD_NAMES, type FieldName } from "./fields"
import type { Words } from "./words"

type RuleValue = HttpLoyaltyProgramVersion["changes"][string]["from"]

/** A changed field in words, ready to show. */
export type ChangeInWords = { field: FieldName; label: string; from: string; to: string }

/** What a version changed, in the order of the form. */
export function changesInWords(version: HttpLoyaltyProgramVersion, words: Words): ChangeInWords[] {
  return FIELD_NAMES.flatMap((field) => {
    const change = version.changes[field]
    const inWords = (value: RuleValue) => valueInWords(field, value, version.currency_code, words)
    return change
      ? [
          {
            field,
            label: words.t(`program.fields.${field}.label`),
            from: inWords(change.from),
            to: inWords(change.to),
          },
        ]
      : []
  })
}

/** A field's value with its unit, or what the lack of one means. */
export function valueInWords(
  field: FieldName,
  value: RuleValue,
  currencyCode: string,
  { t, measure, language }: Words
): string {
  const definition = definitionOf(field)
  if (typeof value === "boolean") {
    return t(value ? "program.values.on" : "program.values.off")
  }
  if (value === null) {
    const meaning = "empty" in definition ? definition.empty : undefined
    return t(`program.values.${meaning ?? "none"}`)
  }
  if (definition.kind === "choice") {
    return t(`program.fields.${field}.options.${value}`)
  }
  if (definition.kind === "day_of_year") {
    return dayInWords(String(value), language)
  }
  return "unit" in definition ? measure(value, definition.unit, currencyCode) : String(value)
}
