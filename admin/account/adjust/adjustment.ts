import * as z from "zod"
import { LIMITS, REASON_LENGTH } from "../../../src/domain/program/limits"

/** The form's values while it is being filled in. */
export type AdjustmentInput = {
  direction: "add" | "take"
  /** As typed: "1 500". */
  points: string
  reason: string
  /** The last day that added points can be spent; null: as long as earned points live. */
  expires_on: Date | null
}

/** The form's values once valid. */
export type Adjustment = Omit<AdjustmentInput, "points"> & { points: number }

/** The body of `POST /admin/loyalty/accounts/:id/adjustments`. */
export type AdjustmentBody = {
  points: number
  reason: string
  expires_at?: string
  idempotency_key: string
}

export const EMPTY_ADJUSTMENT: AdjustmentInput = {
  direction: "add",
  points: "",
  reason: "",
  expires_on: null,
}

/** A problem with a field, for the form to put into words. */
export type AdjustmentMessages = {
  wholeNumber: string
  tooMany: string
  notAvailable: string
  reasonRequired: string
  reasonTooLong: string
  inThePast: string
}

/** The rules of the form; no more than `available` points can be taken. */
export function adjustmentSchema(available: number, say: AdjustmentMessages) {
  const reason = z.string().trim().min(1, say.reasonRequired).max(REASON_LENGTH, say.reasonTooLong)
  return z.discriminatedUnion("direction", [
    z.object({
      direction: z.literal("add"),
      points: pointsField(LIMITS.POINTS, say.tooMany, say.wholeNumber),
      reason,
      expires_on: z
        .date({ error: say.inThePast })
        .refine((day) => endOfDay(day) > new Date(), say.inThePast)
        .nullable(),
    }),
    z.object({
      direction: z.literal("take"),
      points: pointsField(Math.max(available, 0), say.notAvailable, say.wholeNumber),
      reason,
      expires_on: z
        .date()
        .nullable()
        .transform(() => null),
    }),
  ])
}

function pointsField(most: number, tooMany: string, notWhole: string) {
  return z.string().transform((typed, context) => {
    const points = readPoints(typed)
    if (points !== null && points <= most) {
      return points
    }
    context.addIssue({ code: "custom", message: points === null ? notWhole : tooMany })
    return z.NEVER
  })
}

/** Parses a whole number above 0, allowing spaces between digits; null for anything else. */
export function readPoints(typed: string): number | null {
  const digits = typed.replace(/\s/g, "")
  const points = /^\d{1,15}$/.test(digits) ? Number(digits) : 0
  return points > 0 ? points : null
}

/** The balance that the typed points would lead to; null while they are not a number. */
export function balanceAfter(
  balance: number,
  { direction, points: typed }: Pick<AdjustmentInput, "direction" | "points">
): number | null {
  const points = readPoints(typed)
  if (points === null) {
    return null
  }
  return direction === "add" ? balance + points : balance - points
}

export function toBody(adjustment: Adjustment, idempotency_key: string): AdjustmentBody {
  const { direction, points, reason, expires_on } = adjustment
  return {
    points: direction === "add" ? points : -points,
    reason,
    ...(expires_on && { expires_at: endOfDay(expires_on).toISOString() }),
    idempotency_key,
  }
}

/** Points that expire on a day can be spent until its end, in the merchant's time zone. */
function endOfDay(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 23, 59, 59, 999)
}

/** A unique key; also works on plain http, where `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
