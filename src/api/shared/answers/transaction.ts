import { z } from "@medusajs/framework/zod"

import { TRANSACTION_KINDS } from "../../../domain/ledger/kinds"
import { count, points, text, time } from "./fields"

export const loyaltyTransaction = z
  .strictObject({
    id: text,
    account_id: text,
    kind: z.enum(TRANSACTION_KINDS).describe("More kinds may come."),
    points: points.describe("Signed, never 0."),
    balance_after: points.describe("The account's balance once it was written."),
    source: z
      .strictObject({ type: text, id: text })
      .nullable()
      .describe("What it is about, such as an order."),
    order_id: text.nullable().describe("The source's id, when it is an order."),
    cart_id: text.nullable(),
    return_id: text.nullable(),
    reason: text.nullable().describe("Why, in words."),
    actor_type: text.nullable().describe("What kind of actor asked for it."),
    actor_id: text.nullable(),
    program_version: count.nullable().describe("The version of the rules it was computed with."),
    expires_at: time.nullable().describe("When the points that it gave expire."),
    details: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe(
        "Of an `expire`: `{ lots: [{ id, points, expires_at }] }`, the lots as `/lots` names them and how many points of each expired."
      ),
    occurred_at: time.describe("When it happened."),
    created_at: time.describe("When it was written."),
  })
  .meta({ id: "LoyaltyTransaction", description: "A line of an account's journal." })
