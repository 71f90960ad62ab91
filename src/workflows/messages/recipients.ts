import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The person a message goes to. */
export type Recipient = {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

type CustomerRow = Omit<Recipient, "email"> & { email: string | null }

/** The customers who can be contacted, by id; others are left out. */
export async function findRecipients(
  container: MedusaContainer,
  customerIds: string[]
): Promise<Map<string, Recipient>> {
  if (customerIds.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["id", "email", "first_name", "last_name"],
    filters: { id: customerIds },
  })
  const customers = data as CustomerRow[]
  return new Map(
    customers.flatMap(({ email, ...customer }) =>
      email ? [[customer.id, { ...customer, email }]] : []
    )
  )
}

/**
 * The locale of the customer's last order that has one, which is all Medusa knows; null if there is
 * none.
 */
export async function findLocale(
  container: MedusaContainer,
  customerId: string
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "locale"],
    filters: { customer_id: customerId, locale: { $ne: null } },
    pagination: { take: 1, order: { created_at: "DESC" } },
  })
  const [order] = data as unknown as { locale: string | null }[]
  return order?.locale ?? null
}
