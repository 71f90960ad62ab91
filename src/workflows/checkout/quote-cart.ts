import type { MedusaContainer } from "@medusajs/framework/types"

import { pointsCode, pointsDescription } from "../../domain/checkout/adjustment-code"
import { ADJUSTMENT_PROVIDER } from "../../domain/checkout/adjustment-code"
import type { Allocation } from "../../domain/checkout/allocation"
import { quotePoints } from "../../domain/checkout/quote"
import type { Quote } from "../../domain/checkout/quote"
import { decimal } from "../../domain/shared/decimal"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import type { LoyaltyAccountDTO } from "../../modules/loyalty-points/ledger/types"
import type { ProgramInForce } from "../../modules/loyalty-points/program/types"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { currencyOf, toDecimal } from "../shared/money"
import { readOnce } from "../shared/shared-reads"
import { pointsAdjustmentsOf, promotionsOnCart, quoteLines } from "../shared/cart-view"
import type { CartView, PromotionView } from "../shared/cart-view"
import type { NewAdjustment } from "./part"

export type CartQuote = {
  quote: Quote
  allocations: Allocation[]
  program: ProgramInForce | null
}

/**
 * What points can do on a cart now, with the current rules, balance, lines and promotions.
 *
 * @param redemption the cart's request; another customer's counts as none
 * @param promotions those on the cart now, or those that Medusa is about to put on it, possibly as a
 * promise
 */
export async function quoteCart(
  container: MedusaContainer,
  cart: CartView,
  redemption: LoyaltyRedemptionDTO | null,
  promotions: PromotionView | Promise<PromotionView> = promotionsOnCart(cart)
): Promise<CartQuote> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const customer = cart.customer?.has_account ? cart.customer : null
  const own = redemption && redemption.customer_id === customer?.id ? redemption : null
  const [program, account, leftBy] = await Promise.all([
    readOnce(`program of ${cart.currency_code}`, () =>
      loyaltyPoints.programs.ofCurrency(cart.currency_code)
    ),
    customer && accountToQuote(container, customer.id),
    promotions,
  ])
  const heldForThisCart = own?.status === "held" ? own.points : 0
  const result = quotePoints({
    currency: currencyOf(cart.currency_code),
    rules: program?.rules ?? null,
    is_member: customer !== null,
    available: (account?.available ?? 0) + heldForThisCart,
    lines: quoteLines(cart, leftBy),
    has_promotions: leftBy.hasAny,
    points_requested: own?.points_requested ?? 0,
  })
  return { ...result, program }
}

/** The customer's account, read once per request; null when there is none. */
export const accountToQuote = (
  container: MedusaContainer,
  customerId: string
): Promise<LoyaltyAccountDTO | null> =>
  readOnce(`account of ${customerId}`, () =>
    resolveLoyaltyPoints(container).accounts.ofCustomer(customerId)
  )

/**
 * The quote's discount as line adjustments. They are marked as tax-inclusive even for net prices, so
 * that the amount to pay falls by exactly the discount.
 */
export function adjustmentsOf({ quote, allocations }: CartQuote): NewAdjustment[] {
  const currency = currencyOf(quote.currency_code)
  return allocations.map((allocation) => ({
    item_id: allocation.id,
    amount: allocation.amount.toFixed(),
    code: pointsCode(quote.points_applied),
    description: pointsDescription(quote.points_applied, decimal(quote.discount), currency),
    provider_id: ADJUSTMENT_PROVIDER,
    is_tax_inclusive: true,
  }))
}

/** Whether the points adjustments on a cart match the quote exactly. */
export function cartShowsQuote(cart: CartView, cartQuote: CartQuote): boolean {
  const expected = new Map(
    adjustmentsOf(cartQuote).map((allocation) => [allocation.item_id, allocation])
  )
  const shown = pointsAdjustmentsOf(cart)
  if (shown.length !== expected.size) {
    return false
  }
  return shown.every((adjustment) => {
    const allocation = expected.get(adjustment.item_id)
    return (
      allocation !== undefined &&
      allocation.code === adjustment.code &&
      toDecimal(allocation.amount).eq(toDecimal(adjustment.amount))
    )
  })
}
