import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { settleOrderWorkflow } from "../workflows/settlement/settle-order"

/** Events of Medusa's order module, and Query's name for the entity they are about. */
const ENTITIES: Record<string, string> = {
  "order.order-exchange.updated": "order_exchange",
  "order.order-claim.updated": "order_claim",
}

/** Medusa's workflows that cancel an exchange or a claim emit no order event. */
export default async function onExchangeOrClaimChanged({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: found } = await query.graph({
    entity: ENTITIES[name] ?? name,
    fields: ["order_id", "canceled_at"],
    filters: { id: data.id },
  })
  const changed = found[0] as { order_id: string; canceled_at: Date | null } | undefined
  if (changed?.canceled_at) {
    await settleOrderWorkflow(container).run({ input: { order_id: changed.order_id } })
  }
}

export const config: SubscriberConfig = {
  event: Object.keys(ENTITIES),
  context: { subscriberId: "loyalty-points-exchange-or-claim-canceled" },
}
