import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import type { Filters } from "../../../../modules/loyalty-points/query/where"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import type { AccountsQuery } from "./validators"
import { withCustomers } from "./with-customers"

/** Customers that a search may match; a wider search should be narrowed, not paged through. */
const MATCHES_MAX = 1000

/** Accounts with their customers, searched by e-mail, name, customer id or account id. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { order, limit, offset, ...asked } = req.validatedQuery as AccountsQuery
  const [accounts, count] = await resolveLoyaltyPoints(req.scope).listAndCountLoyaltyAccounts(
    await filtersOf(req.scope, asked),
    { take: limit, skip: offset, order: { [order.replace(/^-/, "")]: directionOf(order) } }
  )
  const loyalty_accounts = await withCustomers(req.scope, accounts)
  res.json({ loyalty_accounts, count, offset, limit })
}

const directionOf = (order: string): "ASC" | "DESC" => (order.startsWith("-") ? "DESC" : "ASC")

/** @throws INVALID_DATA for a wallet that the store does not have */
async function filtersOf(
  container: MedusaContainer,
  { q, wallet, customer_id }: Pick<AccountsQuery, "q" | "wallet" | "customer_id">
): Promise<Filters> {
  if (wallet !== undefined) {
    resolveLoyaltyPoints(container).wallets.named(wallet)
  }
  return { wallet, customer_id, ...(q && (await searchFilters(container, q))) }
}

async function searchFilters(container: MedusaContainer, q: string): Promise<Filters> {
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ q }, { select: ["id"], take: MATCHES_MAX })
  const customerIds = [...customers.map(({ id }) => id), q]
  return { $or: [{ customer_id: customerIds }, { id: q }] }
}
