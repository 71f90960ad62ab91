import { randomUUID } from "node:crypto"
import { seedShopper, type Shopper as LoggedIn } from "../../scripts/seed/shopper"
import type {
  LoyaltyAccountDTO,
  LoyaltyTransactionDTO,
} from "../../src/modules/loyalty-points/ledger/types"
import type { HttpClient } from "./http"

/** A shopper of one test. */
export interface Shopper extends LoggedIn {
  email: string
}

/** Registers a shopper and logs them in. */
export async function newShopper(
  store: HttpClient,
  name: { firstName: string; lastName: string } = { firstName: "Ewa", lastName: "Nowak" }
): Promise<Shopper> {
  const email = `${name.firstName.toLowerCase()}-${randomUUID()}@example.com`
  return { email, ...(await seedShopper(store, { ...name, email, password: "a-long-password" })) }
}

/** The shopper's account as they see it, that of points unless another wallet is named. */
export async function accountOf({ client }: Shopper, wallet?: string): Promise<LoyaltyAccountDTO> {
  const { loyalty_account } = await client.mustGet<{ loyalty_account: LoyaltyAccountDTO }>(
    "/store/loyalty/account",
    wallet === undefined ? {} : { wallet }
  )
  return loyalty_account
}

/** The shopper's journal, newest first. */
export async function journalOf(
  { client }: Shopper,
  wallet?: string
): Promise<LoyaltyTransactionDTO[]> {
  const { loyalty_transactions } = await client.mustGet<{
    loyalty_transactions: LoyaltyTransactionDTO[]
  }>("/store/loyalty/transactions", { limit: 100, ...(wallet !== undefined && { wallet }) })
  return loyalty_transactions
}

/** The merchant gives points by hand, or takes them. */
export async function adjustPoints(
  merchant: HttpClient,
  shopper: Shopper,
  points: number,
  { wallet, ...more }: { wallet?: string; expires_at?: string | null } = {}
): Promise<LoyaltyTransactionDTO> {
  const { id } = await accountOf(shopper, wallet)
  const { loyalty_transaction } = await merchant.mustPost<{
    loyalty_transaction: LoyaltyTransactionDTO
  }>(`/admin/loyalty/accounts/${id}/adjustments`, { points, reason: "A gift", ...more })
  return loyalty_transaction
}

/** A new shopper with points. */
export async function shopperWithPoints(
  { store, merchant }: { store: HttpClient; merchant: HttpClient },
  points: number
): Promise<Shopper> {
  const shopper = await newShopper(store)
  await adjustPoints(merchant, shopper, points)
  return shopper
}
