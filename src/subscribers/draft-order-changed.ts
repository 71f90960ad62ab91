import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { draftTarget } from "../domain/checkout/target"
import { refreshPointsOfDraftOrderWorkflow } from "../workflows/draft-order/refresh-points-of-draft-order"
import { resolveLoyaltyPoints } from "../workflows/shared/loyalty-points"

/**
 * Runs on every change to every order, because Medusa's draft edit workflows emit no event of their
 * own. An order without points applied costs one indexed query.
 */
export default async function onDraftOrderChanged({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const { id } = event.data
  if (await resolveLoyaltyPoints(container).redemptions.activeOf(draftTarget(id))) {
    await refreshPointsOfDraftOrderWorkflow(container).run({ input: { draft_order_id: id } })
  }
}

export const config: SubscriberConfig = {
  event: "order.order.updated",
  context: { subscriberId: "loyalty-points-draft-order-changed" },
}
