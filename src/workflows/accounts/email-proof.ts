import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { resolveLoyaltyPoints } from "../shared/loyalty-points"

/**
 * Whether a customer's e-mail address is proven to be theirs: by the option `guestOrders.isVerified`,
 * or else by Medusa's own verification, a code mailed to the address. An address merely typed in, or
 * a customer's metadata, proves nothing.
 */
export async function isEmailProven(
  container: MedusaContainer,
  customer: CustomerDTO
): Promise<boolean> {
  const { isVerified = isVerifiedByMedusa } = resolveLoyaltyPoints(container).options.guestOrders
  return isVerified(customer, container)
}

async function isVerifiedByMedusa(
  customer: CustomerDTO,
  container: MedusaContainer
): Promise<boolean> {
  const auth = container.resolve(Modules.AUTH)
  const identities = await auth.listAuthIdentities({ app_metadata: { customer_id: customer.id } })
  for (const { id } of identities) {
    const verifications = await auth.listAuthVerifications({
      auth_identity_id: id,
      entity_type: "email",
    })
    if (verifications.some(({ entity_id, verified_at }) => verified_at && isEmail(entity_id))) {
      return true
    }
  }
  return false

  function isEmail(entityId: string): boolean {
    return entityId.toLowerCase() === customer.email?.toLowerCase()
  }
}
