import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { settleOrderWorkflow } from "../workflows/earning/settle-order"

export default async function onOrderPlaced({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await settleOrderWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "loyalty-points-order-placed" },
}
