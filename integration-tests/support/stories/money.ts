import type { HttpTypes } from "@medusajs/framework/types"
import { capturePayment, orderInAdmin } from "../orders"
import type { Step } from "./story"

/** The bank takes the money, or a part of it. */
export const capture =
  (amount?: number): Step =>
  ({ merchant, order }) =>
    capturePayment(merchant, order, amount)

/** The merchant pays money back. What the order does not owe the customer is goodwill. */
export const refund =
  (amount: number): Step =>
  async (story) => {
    const { payment_collections } = await orderInAdmin(story.merchant, story.order)
    const payment = payment_collections
      ?.flatMap(({ payments }): HttpTypes.AdminPayment[] => payments ?? [])
      .find(({ captured_at, captures }) => captured_at ?? captures?.length)
    await story.post(`payments/${payment?.id}/refund`, { amount })
  }
