import type { Listed } from "../../../src/types/http"
import type {
  LoyaltyAccount,
  LoyaltyCart,
  LoyaltyCartUpdate,
  LoyaltyOrderSummary,
  LoyaltyProgram,
  LoyaltyQuote,
  LoyaltySdk,
  LoyaltyTransaction,
} from "../types"

/** The largest page that the store returns. */
const LARGEST_PAGE = 100

export type AccountAnswer = { loyalty_account: LoyaltyAccount; orders: LoyaltyOrderSummary }
export type HistoryAnswer = { transactions: LoyaltyTransaction[]; count: number }
type CartUpdateAnswer = { cart: LoyaltyCart; loyalty_quote: LoyaltyQuote }

export function fetchAccount(sdk: LoyaltySdk): Promise<AccountAnswer> {
  return sdk.client.fetch("/store/loyalty/account")
}

/** Stores whether the customer wants to be reminded of expiring points. */
export function postReminders(
  sdk: LoyaltySdk,
  expiry_reminders: boolean
): Promise<Pick<AccountAnswer, "loyalty_account">> {
  return sdk.client.fetch("/store/loyalty/account", { method: "POST", body: { expiry_reminders } })
}

/** The newest `count` transactions. */
export async function fetchHistory(sdk: LoyaltySdk, count: number): Promise<HistoryAnswer> {
  const offsets = Array.from(
    { length: Math.ceil(count / LARGEST_PAGE) },
    (_, i) => i * LARGEST_PAGE
  )
  const pages = await Promise.all(
    offsets.map((offset) =>
      sdk.client.fetch<Listed<"loyalty_transactions", LoyaltyTransaction>>(
        "/store/loyalty/transactions",
        { query: { offset, limit: Math.min(LARGEST_PAGE, count - offset) } }
      )
    )
  )
  return {
    transactions: pages.flatMap((page) => page.loyalty_transactions),
    count: pages[0]?.count ?? 0,
  }
}

export async function fetchPrograms(sdk: LoyaltySdk): Promise<LoyaltyProgram[]> {
  const { loyalty_programs } = await sdk.client.fetch<Listed<"loyalty_programs", LoyaltyProgram>>(
    "/store/loyalty/programs",
    { query: { limit: LARGEST_PAGE } }
  )
  return loyalty_programs
}

export async function fetchQuote(sdk: LoyaltySdk, cartId: string): Promise<LoyaltyQuote> {
  const { loyalty_quote } = await sdk.client.fetch<{ loyalty_quote: LoyaltyQuote }>(
    pointsPath(cartId)
  )
  return loyalty_quote
}

/** @param points the most to use; left out: as many as the rules allow */
export async function postPoints(
  sdk: LoyaltySdk,
  cartId: string,
  points?: number
): Promise<LoyaltyCartUpdate> {
  const body: Record<string, number> = points === undefined ? {} : { points }
  return cartUpdate(
    await sdk.client.fetch<CartUpdateAnswer>(pointsPath(cartId), { method: "POST", body })
  )
}

export async function deletePoints(sdk: LoyaltySdk, cartId: string): Promise<LoyaltyCartUpdate> {
  return cartUpdate(
    await sdk.client.fetch<CartUpdateAnswer>(pointsPath(cartId), { method: "DELETE" })
  )
}

/** Makes the store recompute a cart, including its points. */
export async function recalculateCart(sdk: LoyaltySdk, cartId: string): Promise<LoyaltyCart> {
  return postCart(sdk, cartPath(cartId))
}

/** Gives a guest's cart to the logged-in customer. */
export async function claimCart(sdk: LoyaltySdk, cartId: string): Promise<LoyaltyCart> {
  return postCart(sdk, `${cartPath(cartId)}/customer`)
}

async function postCart(sdk: LoyaltySdk, path: string): Promise<LoyaltyCart> {
  const { cart } = await sdk.client.fetch<{ cart: LoyaltyCart }>(path, { method: "POST", body: {} })
  return cart
}

const cartPath = (cartId: string) => `/store/carts/${encodeURIComponent(cartId)}`
const pointsPath = (cartId: string) => `${cartPath(cartId)}/loyalty-points`

function cartUpdate({ cart, loyalty_quote }: CartUpdateAnswer): LoyaltyCartUpdate {
  return { cart, quote: loyalty_quote }
}
