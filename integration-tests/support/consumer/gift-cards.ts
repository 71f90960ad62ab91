import type { TestMarket } from "../markets"
import type { Shopper } from "../shoppers"
import type { HttpClient } from "../http"

/** Medusa's plugin of gift cards and store credit. */
export const GIFT_CARDS = "@medusajs/loyalty-plugin"

/** A gift card, and the customer's store credit. */
export interface Vouchers {
  /** The gift card's code. */
  code: string
  /** The account with what is left of the card, and the one of the store credit. */
  cardAccount: string
  creditAccount: string
}

interface GiftCard {
  code: string
  store_credit_account: { id: string }
}

const ACCOUNTS = "/admin/store-credit-accounts"

/** The merchant gives a customer a gift card and store credit. */
export async function giveVouchers(
  { merchant, plan }: TestMarket,
  { id: customer_id }: Shopper,
  amounts: { card: number; credit: number }
): Promise<Vouchers> {
  const currency_code = plan.currencyCode
  const { gift_card } = await merchant.mustPost<{ gift_card: GiftCard }>(
    "/admin/gift-cards?fields=code,*store_credit_account",
    { currency_code, value: amounts.card }
  )
  const { store_credit_account } = await merchant.mustPost<{
    store_credit_account: { id: string }
  }>(ACCOUNTS, { currency_code, customer_id })
  await merchant.mustPost(`${ACCOUNTS}/${store_credit_account.id}/credit`, {
    amount: amounts.credit,
  })
  const { code, store_credit_account: card } = gift_card
  return { code, cardAccount: card.id, creditAccount: store_credit_account.id }
}

/** Pays with a gift card, as far as it goes. */
export async function useGiftCard(client: HttpClient, cartId: string, code: string): Promise<void> {
  await client.mustPost(`/store/carts/${cartId}/gift-cards`, { code })
}

/** Pays an amount with store credit. */
export async function useCredit(client: HttpClient, cartId: string, amount: number): Promise<void> {
  await client.mustPost(`/store/carts/${cartId}/store-credits`, { amount })
}

/** What is left on an account. */
export async function balanceOf(merchant: HttpClient, accountId: string): Promise<number> {
  const { store_credit_account } = await merchant.mustGet<{
    store_credit_account: { balance: number }
  }>(`${ACCOUNTS}/${accountId}`)
  return store_credit_account.balance
}
