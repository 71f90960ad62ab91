import { z } from "@medusajs/framework/zod"

import {
  type Bounds,
  boundsInWords,
  decimalsAllowed,
  isWithinBounds,
} from "../domain/fields/bounds"
import { LIMITS } from "../domain/program/limits"
import { decimal } from "../domain/shared/decimal"
import type { Decimal } from "../domain/shared/decimal"

export { LIMITS }

/**
 * A number or a decimal string, normalized to a decimal string. The message names the field, what
 * is allowed and what was given.
 */
export function decimalField(name: string, rule: Bounds) {
  return z
    .unknown()
    .transform((value, context) => {
      const parsed = parseDecimal(value)
      if (parsed && fits(parsed, rule)) {
        return parsed.toFixed()
      }
      context.addIssue({
        code: "custom",
        message: `${name}: expected a number or decimal string ${boundsInWords(rule)} with at most ${decimalsAllowed(rule)} decimals, got ${JSON.stringify(value)}`,
      })
      return z.NEVER
    })
    .meta({
      anyOf: [
        { type: "number", ...jsonBounds(rule) },
        { type: "string", format: "decimal" },
      ],
    })
}

/** A whole number within bounds. */
export function wholeNumberField(name: string, { min, max }: { min: number; max: number }) {
  const message = `${name}: expected a whole number from ${min} to ${max}`
  return z
    .number({ error: message })
    .refine((value) => isWithin(value, min, max), message)
    .meta({ type: "integer", minimum: min, maximum: max })
}

/** A whole number of a query string. */
export function wholeNumberParameter(name: string, { min, max }: { min: number; max: number }) {
  const message = `${name}: expected a whole number from ${min} to ${max}`
  return z
    .string({ error: message })
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => isWithin(value, min, max), message)
    .meta({ type: "integer", pattern: undefined, minimum: min, maximum: max })
}

/** Whether a time is in the years 1 to 9999 in UTC: others do not have four digits in an answer. */
export function hasPlainYear(time: Date): boolean {
  return time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999
}

/** Text that PostgreSQL can store: without null characters. */
export function textField(name: string) {
  return z
    .string({ error: `${name}: expected text` })
    .refine((text) => !text.includes("\u0000"), `${name}: expected text without null characters`)
}

const isWithin = (value: number, min: number, max: number): boolean =>
  Number.isSafeInteger(value) && value >= min && value <= max

function parseDecimal(value: unknown): Decimal | null {
  if (typeof value !== "number" && typeof value !== "string") {
    return null
  }
  try {
    return decimal(value)
  } catch {
    return null
  }
}

function fits(value: Decimal, bounds: Bounds): boolean {
  return isWithinBounds(value, bounds) && (value.decimalPlaces() ?? 0) <= decimalsAllowed(bounds)
}

function jsonBounds({ min, above, max }: Bounds) {
  return above === undefined
    ? { minimum: min, maximum: max }
    : { exclusiveMinimum: above, maximum: max }
}
