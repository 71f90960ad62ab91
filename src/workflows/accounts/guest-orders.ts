import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type GuestOrder = { id: string; email: string | null }

/**
 * Orders that guests placed with an e-mail address, in any case. In Medusa, a guest who later registers
 * remains as a separate customer: the orders are found through it.
 */
export async function listGuestOrders(
  container: MedusaContainer,
  email: string
): Promise<string[]> {
  const isSame = (other: string | null) => other?.toLowerCase() === email.toLowerCase()
  const guests = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { email: { $ilike: escapePattern(email) }, has_account: false },
      { select: ["id", "email"] }
    )
  if (guests.length === 0) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "email"],
    filters: { customer_id: guests.map(({ id }) => id) },
  })
  return (data as GuestOrder[]).filter((order) => isSame(order.email)).map(({ id }) => id)
}

/** `_` is common in addresses and stands for any character in a pattern. */
const escapePattern = (text: string): string => text.replace(/[\\%_]/g, "\\$&")
