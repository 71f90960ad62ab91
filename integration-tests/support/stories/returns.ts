import type { HttpTypes } from "@medusajs/framework/types"
import type { Step, Story } from "./story"

type Returned = { return: HttpTypes.AdminReturn }

/** The shopper wants to send units back; they must have been packed. */
export const requestReturn =
  (quantity: number, goods = "blanket"): Step =>
  async (story) => {
    const { return: opened } = await story.post<Returned>("returns", {
      order_id: story.order.id,
      location_id: story.market.shop.locationId,
    })
    const items = [await story.units(quantity, goods)]
    await story.post(`returns/${opened.id}/request-items`, { items })
    await story.post(`returns/${opened.id}/request`)
    story.returns.push({ id: opened.id, items })
  }

/** The oldest return on its way arrives whole; so many of its units are damaged. */
export const receiveReturn =
  ({ damaged = 0 } = {}): Step =>
  async (story) => {
    const arrived = story.returns.shift()
    const [item] = arrived?.items ?? []
    if (!arrived || !item) {
      throw new Error("No return is on its way.")
    }
    await story.post(`returns/${arrived.id}/receive`)
    await take(story, arrived.id, "receive-items", { ...item, quantity: item.quantity - damaged })
    await take(story, arrived.id, "dismiss-items", { ...item, quantity: damaged })
    await story.post(`returns/${arrived.id}/receive/confirm`)
  }

/** The shopper keeps what they wanted to send back. */
export const cancelReturn: Step = async (story) => {
  await story.post(`returns/${story.returns.shift()?.id}/cancel`)
}

/** Units come back: requested and received at once. */
export const comesBack =
  (quantity: number, goods = "blanket", more: { damaged?: number } = {}): Step =>
  async (story) => {
    await requestReturn(quantity, goods)(story)
    await receiveReturn(more)(story)
  }

async function take(
  story: Story,
  id: string,
  path: string,
  item: { id: string; quantity: number }
) {
  if (item.quantity > 0) {
    await story.post(`returns/${id}/${path}`, { items: [item] })
  }
}
