import { z } from "@medusajs/framework/zod"

import { loyaltyAccount } from "../../../shared/answers/account"
import { count, currencyCode, money } from "../../../shared/answers/fields"
import { walletQuerySchema } from "../../../shared/wallet-parameter"
import { updateAccountSchema } from "./validators"
import type { ApiRoute } from "../../../shared/contract"

const path = "/store/loyalty/account"

const sumOfOrders = {
  count: count.describe("How many there are."),
  total: money.describe("In major units of its currency."),
}

const orderSummary = z
  .strictObject({
    ...sumOfOrders,
    currency_code: currencyCode
      .nullable()
      .describe("The currency of `total`: the one ordered in most often. null without orders."),
    by_currency: z
      .array(z.strictObject({ currency_code: currencyCode, ...sumOfOrders }))
      .describe("A sum for each currency, that one first."),
  })
  .meta({ id: "OrderSummary", description: "A customer's orders, canceled ones left out." })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path,
    tag: "Store: points",
    access: "customer",
    summary: "Read the customer's points",
    description: "The account exists from the first look.",
    query: walletQuerySchema,
    answer: z.strictObject({ loyalty_account: loyaltyAccount, orders: orderSummary }),
    errors: [400, 401],
  },
  {
    method: "POST",
    path,
    tag: "Store: points",
    access: "customer",
    summary: "Choose whether to be reminded of points that will expire",
    description: "`false`: no more reminders, by message or event.",
    body: updateAccountSchema,
    answer: z.strictObject({ loyalty_account: loyaltyAccount }),
    errors: [400, 401],
  },
]
