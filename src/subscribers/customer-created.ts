import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents, Modules } from "@medusajs/framework/utils"

import { claimGuestOrders } from "../workflows/accounts/claim-guest-orders"
import { isEmailProven } from "../workflows/accounts/email-proof"
import { resolveLoyaltyPoints } from "../workflows/shared/loyalty-points"

/** Claims earlier guest orders, if the option is on and the e-mail address is proven. */
export default async function onCustomerCreated({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!resolveLoyaltyPoints(container).options.guestOrders.claim) {
    return
  }
  const [customer] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id: event.data.id, has_account: true })
  if (customer && (await isEmailProven(container, customer))) {
    await claimGuestOrders(container, customer.id)
  }
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.CREATED,
  context: { subscriberId: "loyalty-points-customer-created" },
}
