import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, PaymentEvents } from "@medusajs/framework/utils"

import { settleOrderWorkflow } from "../workflows/settlement/settle-order"

/** The event names a payment; its order is found through the payment collection. */
export default async function onPaymentChanged({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["payment_collection.order.id"],
    filters: { id: event.data.id },
  })
  const payment = data[0] as { payment_collection?: { order?: { id: string } | null } } | undefined
  const order_id = payment?.payment_collection?.order?.id
  if (order_id) {
    await settleOrderWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.CAPTURED, PaymentEvents.REFUNDED],
  context: { subscriberId: "loyalty-points-payment-changed" },
}
