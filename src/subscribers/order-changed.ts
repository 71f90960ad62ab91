import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"

import { settleOrderWorkflow } from "../workflows/settlement/settle-order"

/** Events of an order carry its id as `id`, those of its parts as `order_id`. */
type OrderEvent = { id: string } | { order_id: string; return_id?: string }

export default async function onOrderChanged({
  event: { data },
  container,
}: SubscriberArgs<OrderEvent>): Promise<void> {
  const input =
    "order_id" in data
      ? { order_id: data.order_id, return_id: data.return_id }
      : { order_id: data.id }
  await settleOrderWorkflow(container).run({ input })
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.PLACED,
    OrderWorkflowEvents.COMPLETED,
    OrderWorkflowEvents.CANCELED,
    OrderWorkflowEvents.FULFILLMENT_CREATED,
    OrderWorkflowEvents.FULFILLMENT_CANCELED,
    OrderWorkflowEvents.RETURN_RECEIVED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderEditWorkflowEvents.CONFIRMED,
  ],
  context: { subscriberId: "loyalty-points-order-changed" },
}
