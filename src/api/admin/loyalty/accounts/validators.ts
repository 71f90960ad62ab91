import { z } from "@medusajs/framework/zod"

import { REASON_LENGTH } from "../../../../domain/program/limits"
import { hasPlainYear, LIMITS, textField } from "../../../../validation/fields"
import { pageSchema } from "../../../shared/validate"
import { walletParameter } from "../../../shared/wallet-parameter"

const ORDER_FIELDS = [
  "balance",
  "available",
  "held",
  "pending",
  "lifetime_earned",
  "lifetime_redeemed",
  "created_at",
  "updated_at",
] as const

export const accountsQuerySchema = pageSchema.extend({
  q: textField("q")
    .trim()
    .optional()
    .describe("An e-mail address, a name, or part of one; a customer's or an account's id."),
  customer_id: textField("customer_id").optional().describe("Only the accounts of this customer."),
  wallet: walletParameter.describe("Only accounts of this wallet. Left out: of all."),
  order: z
    .string()
    .refine(
      (order) => (ORDER_FIELDS as readonly string[]).includes(order.replace(/^-/, "")),
      `order: expected one of ${ORDER_FIELDS.join(", ")}, with a leading - for descending`
    )
    .default("-updated_at")
    .meta({
      enum: ORDER_FIELDS.flatMap((field) => [field, `-${field}`]),
      description: "What the accounts are sorted by, with a leading `-` from high to low.",
    }),
})
export type AccountsQuery = z.infer<typeof accountsQuerySchema>

const POINTS_MESSAGE = `points: expected a whole number from -${LIMITS.POINTS} to ${LIMITS.POINTS}, not 0`
const EXPIRES_AT_MESSAGE =
  "expires_at: expected a time in the future, up to the year 9999, in ISO 8601, or null"
const KEY_LENGTH = 200

const reasonField = textField("reason")
  .trim()
  .min(1)
  .max(REASON_LENGTH)
  .describe("Why, for whoever reads the journal.")

export const adjustmentSchema = z
  .strictObject({
    points: z
      .number({ error: POINTS_MESSAGE })
      .refine(
        (points) =>
          Number.isSafeInteger(points) && points !== 0 && Math.abs(points) <= LIMITS.POINTS,
        POINTS_MESSAGE
      )
      .meta({
        type: "integer",
        minimum: -LIMITS.POINTS,
        maximum: LIMITS.POINTS,
        not: { const: 0 },
        description: "Points to give, below 0 to take.",
      }),
    reason: reasonField,
    expires_at: z.iso
      .datetime({ offset: true, error: EXPIRES_AT_MESSAGE })
      .transform((time) => new Date(time))
      .refine((time) => time.getTime() > Date.now() && hasPlainYear(time), EXPIRES_AT_MESSAGE)
      .nullable()
      .optional()
      .describe(
        "In the future. null: never. Left out: as long as programs let points live. Only for points given."
      ),
    idempotency_key: textField("idempotency_key")
      .min(1)
      .max(KEY_LENGTH)
      .optional()
      .describe("The same key with the same input again answers the first result."),
  })
  .refine(({ points, expires_at }) => points > 0 || expires_at === undefined, {
    message: "expires_at: only points that are added can expire; leave it out when taking points",
  })
export type AdjustmentBody = z.infer<typeof adjustmentSchema>

const ID_LENGTH = 200

export const mergeSchema = z.strictObject({
  into_account_id: textField("into_account_id")
    .min(1)
    .max(ID_LENGTH)
    .describe("The account that is kept."),
  reason: reasonField,
})
export type MergeBody = z.infer<typeof mergeSchema>
