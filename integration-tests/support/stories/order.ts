import { cancelOrder, completeOrder } from "../orders"
import { setProgram, type Rules } from "../programs"
import type { Step } from "./story"

/** The merchant completes the order. */
export const complete: Step = ({ merchant, order }) => completeOrder(merchant, order)

/** The merchant cancels the order. */
export const cancel: Step = ({ merchant, order }) => cancelOrder(merchant, order)

/** The merchant puts a completed order away. */
export const archive: Step = async (story) => {
  await story.post(`orders/${story.order.id}/archive`)
}

/** The merchant changes the rules of the currency, after the order was placed. */
export const rulesBecome =
  (rules: Rules): Step =>
  async ({ merchant, market }) => {
    await setProgram(merchant, market.plan.currencyCode, rules)
  }
