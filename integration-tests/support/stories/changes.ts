import type { HttpTypes } from "@medusajs/framework/types"
import type { Step, Story } from "./story"

/** What an order edit does to one product. */
export type Edit = { set: number; of?: string } | { add: number; of: string }

/** Which promotions are counted anew on the changed order. */
type EditOptions = { carryOverPromotions?: boolean }

/** The merchant edits the order: how many there are to be of each product, 0 for none. */
export const edit =
  (changes: Edit[], { carryOverPromotions }: EditOptions = {}): Step =>
  async (story) => {
    const { order_change } = await story.post<{ order_change: { id: string } }>("order-edits", {
      order_id: story.order.id,
    })
    for (const change of changes) {
      await applyEdit(story, change)
    }
    if (carryOverPromotions) {
      await story.post(`order-changes/${order_change.id}`, { carry_over_promotions: true })
    }
    await story.post(`order-edits/${story.order.id}/confirm`)
    story.forgetLines()
  }

async function applyEdit(story: Story, change: Edit): Promise<void> {
  const path = `order-edits/${story.order.id}/items`
  if ("add" in change) {
    const item = { variant_id: story.variantOf(change.of), quantity: change.add }
    await story.post(path, { items: [item] })
    return
  }
  const { id, quantity } = await story.units(change.set, change.of ?? "blanket")
  await story.post(`${path}/item/${id}`, { quantity })
}

/** What comes back and what goes out instead. */
type Swap = { back?: number; of?: string; out?: number; instead?: string }

type Requested = { return?: HttpTypes.AdminReturn | null }

/** The shopper exchanges units for others; those that come back are still on their way. */
export const exchange =
  (swap: Swap): Step =>
  async (story) => {
    const { exchange } = await story.post<{ exchange: { id: string } }>("exchanges", {
      order_id: story.order.id,
    })
    story.swap = `exchanges/${exchange.id}`
    await swapItems(story, story.swap, swap)
  }

/** The shopper complains: units come back, and others replace them or money is given. */
export const claim =
  (type: "refund" | "replace", swap: Swap): Step =>
  async (story) => {
    const { claim } = await story.post<{ claim: { id: string } }>("claims", {
      order_id: story.order.id,
      type,
    })
    story.swap = `claims/${claim.id}`
    await swapItems(story, story.swap, swap)
  }

/** The last exchange or claim is called off, before anything of it has moved. */
export const callOff: Step = async (story) => {
  await story.post(`${story.swap}/cancel`)
  story.returns.pop()
  story.forgetLines()
}

async function swapItems(story: Story, path: string, swap: Swap): Promise<void> {
  const { back = 0, of = "blanket", out = 0, instead = of } = swap
  const items = back > 0 ? [await story.units(back, of)] : []
  if (items.length > 0) {
    const location_id = story.market.shop.locationId
    await story.post(`${path}/inbound/items`, { location_id, items })
  }
  if (out > 0) {
    const outbound = [{ variant_id: story.variantOf(instead), quantity: out }]
    await story.post(`${path}/outbound/items`, { items: outbound })
  }
  const requested = await story.post<Requested>(`${path}/request`)
  if (requested.return) {
    story.returns.push({ id: requested.return.id, items })
  }
  story.forgetLines()
}
