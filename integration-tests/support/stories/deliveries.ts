import type { HttpTypes } from "@medusajs/framework/types"
import type { Step, Story } from "./story"

/** The merchant packs some units. */
export const fulfil =
  (quantity: number, goods = "blanket"): Step =>
  async (story) => {
    const { order } = await story.post<HttpTypes.AdminOrderResponse>(
      `${path(story)}?fields=id,*fulfillments`,
      {
        items: [await story.units(quantity, goods)],
        shipping_option_id: story.market.shippingOptionId,
      }
    )
    const known = new Set(story.fulfilments)
    const made = order.fulfillments?.find(({ id, canceled_at }) => !canceled_at && !known.has(id))
    if (!made) {
      throw new Error("The answer names no new fulfilment.")
    }
    story.fulfilments.push(made.id)
  }

/** The merchant unpacks what was packed last. */
export const cancelFulfilment: Step = async (story) => {
  await story.post(`${path(story)}/${story.fulfilments.pop()}/cancel`)
}

/** What was packed first has arrived. */
export const deliver: Step = async (story) => {
  await story.post(`${path(story)}/${story.fulfilments.shift()}/mark-as-delivered`)
}

const path = ({ order }: Story): string => `orders/${order.id}/fulfillments`
