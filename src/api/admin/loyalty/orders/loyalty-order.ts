import type { MedusaContainer } from "@medusajs/framework/types"

import { discountDropped, type RedeemedPoints } from "../../../../domain/earning/redeemed"
import { plannedPoints } from "../../../../domain/earning/settlement"
import type { EarnOn } from "../../../../domain/program/rules"
import { decimal, floorTo, roundTo, toNumber, ZERO } from "../../../../domain/shared/decimal"
import type { LoyaltyRedemptionDTO } from "../../../../modules/loyalty-points/checkout/redemption-dto"
import type { LoyaltyTransactionDTO } from "../../../../modules/loyalty-points/ledger/types"
import { orderState, settlementLines } from "../../../../workflows/settlement/order-view"
import type { OrderView } from "../../../../workflows/settlement/order-view"
import {
  netOf,
  netRedeemed,
  ownerOf,
  programOf,
  redeemedBy,
  settlementInput,
} from "../../../../workflows/settlement/settlement-input"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../workflows/shared/money"

export type LoyaltyOrder = {
  /** null as long as the customer has no account. */
  account_id: string | null
  /** Whose points they are; null for a guest. */
  customer_id: string | null
  currency_code: string
  redemption: LoyaltyRedemptionDTO | null
  /** Net of what was given back. */
  points_redeemed: number
  /** What the points that are still redeemed took off, in major units. */
  discount: number
  /** What edits of the order took off the discount; its points were given back. In major units. */
  discount_dropped: number
  /** Net of what was taken back. */
  points_earned: number
  /** What the order earns in all when it goes as planned, what it has earned by now included. */
  points_to_earn: number
  /** What makes its points be earned; null when no program was switched on when it was placed. */
  earn_on: EarnOn | null
  /** From when on all that was earned can be spent; null when nothing waits. */
  pending_until: Date | null
  transactions: LoyaltyTransactionDTO[]
}

/** What the ledger holds for an order, and what is still to come. */
export async function loyaltyOrder(
  container: MedusaContainer,
  order: OrderView
): Promise<LoyaltyOrder> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const source = { type: "order", id: order.id }
  // Read first: what is read after it knows of all that these transactions did.
  const transactions = await loyaltyPoints.accounts.transactionsOfSource(source)
  const [redemption, pending_until, settled, program] = await Promise.all([
    loyaltyPoints.redemptions.capturedOfOrder(order.id),
    loyaltyPoints.accounts.pendingUntil(source),
    loyaltyPoints.ledger.settlementOf(source),
    programOf(container, order),
  ])
  const customer_id = ownerOf(order, settled, redemption)
  const account = customer_id ? await loyaltyPoints.accounts.ofCustomer(customer_id) : null
  const redeemed = redeemedBy(redemption, transactions)
  const terms = { rules: program?.rules ?? null, customerId: customer_id, redeemed }
  const points_redeemed = netRedeemed(transactions)
  return {
    account_id: account?.id ?? null,
    customer_id,
    currency_code: order.currency_code,
    redemption,
    points_redeemed,
    discount: remainingDiscount(redemption, points_redeemed),
    discount_dropped: droppedDiscount(redeemed, order),
    points_earned: netOf(transactions, "earn", "earn_reversal"),
    points_to_earn: plannedPoints(settlementInput(order, terms)),
    earn_on: terms.rules?.is_enabled ? terms.rules.earn_on : null,
    pending_until,
    transactions,
  }
}

/** A canceled order has no discount that it could miss. */
function droppedDiscount(redeemed: RedeemedPoints | null, order: OrderView): number {
  const { decimal_digits } = currencyOf(order.currency_code)
  const dropped = orderState(order).placed
    ? discountDropped(redeemed, settlementLines(order))
    : ZERO
  return toNumber(floorTo(dropped, decimal_digits))
}

function remainingDiscount(redemption: LoyaltyRedemptionDTO | null, points: number): number {
  if (!redemption || redemption.points === 0) {
    return 0
  }
  const share = decimal(redemption.discount).times(points).div(redemption.points)
  return toNumber(roundTo(share, currencyOf(redemption.currency_code).decimal_digits))
}
