import type { MedusaContainer } from "@medusajs/framework/types"

import { plannedPoints } from "../../../../domain/earning/settlement"
import type { EarnOn } from "../../../../domain/program/rules"
import { decimal, roundTo, toNumber } from "../../../../domain/shared/decimal"
import type { LoyaltyRedemptionDTO } from "../../../../modules/loyalty-points/checkout/redemption-dto"
import type {
  LoyaltyTransactionDTO,
  TransactionKind,
} from "../../../../modules/loyalty-points/ledger/types"
import type { OrderView } from "../../../../workflows/earning/order-view"
import { ownerOf, programOf, settlementInput } from "../../../../workflows/earning/settlement-input"
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
  const [redemption, transactions, pending_until, settled, program] = await Promise.all([
    loyaltyPoints.findRedemptionOfOrder(order.id),
    loyaltyPoints.listTransactionsOfSource(source),
    loyaltyPoints.findPendingUntil(source),
    loyaltyPoints.findSettlement(source),
    programOf(container, order),
  ])
  const customer_id = ownerOf(order, settled, redemption)
  const account = customer_id ? await loyaltyPoints.findAccountOfCustomer(customer_id) : null
  const terms = { rules: program?.rules ?? null, customerId: customer_id, redemption }
  const points_redeemed = -netOf(transactions, "redeem", "redeem_refund") + 0
  return {
    account_id: account?.id ?? null,
    customer_id,
    currency_code: order.currency_code,
    redemption,
    points_redeemed,
    discount: remainingDiscount(redemption, points_redeemed),
    points_earned: netOf(transactions, "earn", "earn_reversal"),
    points_to_earn: plannedPoints(settlementInput(order, terms)),
    earn_on: terms.rules?.is_enabled ? terms.rules.earn_on : null,
    pending_until,
    transactions,
  }
}

function netOf(transactions: LoyaltyTransactionDTO[], ...kinds: TransactionKind[]): number {
  return transactions
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { points }) => sum + points, 0)
}

function remainingDiscount(redemption: LoyaltyRedemptionDTO | null, points: number): number {
  if (!redemption || redemption.points === 0) {
    return 0
  }
  const share = decimal(redemption.discount).times(points).div(redemption.points)
  return toNumber(roundTo(share, currencyOf(redemption.currency_code).decimal_digits))
}
