import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import type { LoyaltyAccountDTO } from "../../../../modules/loyalty-points/ledger/types"

type CustomerSummary = {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
}

export type AccountWithCustomer = LoyaltyAccountDTO & { customer: CustomerSummary | null }

/** Accounts with whose they are; null for a customer who was deleted. */
export async function withCustomers(
  container: MedusaContainer,
  accounts: LoyaltyAccountDTO[]
): Promise<AccountWithCustomer[]> {
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { id: accounts.map(({ customer_id }) => customer_id) },
      { select: ["id", "email", "first_name", "last_name"], take: accounts.length }
    )
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  return accounts.map((account) => {
    const customer = byId.get(account.customer_id)
    return {
      ...account,
      customer: customer
        ? {
            id: customer.id,
            email: customer.email ?? null,
            first_name: customer.first_name ?? null,
            last_name: customer.last_name ?? null,
          }
        : null,
    }
  })
}
