import { z } from "@medusajs/framework/zod"

import { count, currencyCode, money, text } from "./fields"

export const loyaltyRedemption = z
  .strictObject({
    id: text,
    cart_id: text.nullable().describe("The cart; null on a draft order."),
    target: z
      .strictObject({ type: z.enum(["cart", "draft_order"]), id: text })
      .describe("What the points pay for: a `cart` or a `draft_order`."),
    wallet: text.describe("The code of the wallet that the points are of."),
    order_id: text.nullable().describe("The order that came of the target; null before."),
    customer_id: text,
    status: z
      .enum(["requested", "held", "captured", "released"])
      .describe(
        "`held`: set aside while an order is made. `captured`: spent. `released`: free again."
      ),
    points_requested: count.describe("The most points that were asked for."),
    points: count.describe("0 until they are held."),
    discount: money.describe("What they take off, in major units; 0 until they are held."),
    lines: z
      .array(z.strictObject({ line_id: text, points_per_unit: count, units: z.number() }))
      .nullable()
      .describe("Lines paid by the unit, whose points are part of `points`; null without any."),
    currency_code: currencyCode,
  })
  .meta({ id: "LoyaltyRedemption", description: "Points on one cart or draft order." })
