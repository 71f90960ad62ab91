import type { MedusaContainer } from "@medusajs/framework/types"

import { decimal, roundTo, toNumber } from "../../../../domain/shared/decimal"
import type { LoyaltyRedemptionDTO } from "../../../../modules/loyalty-points/checkout/redemption-dto"
import type {
  LoyaltyTransactionDTO,
  TransactionKind,
} from "../../../../modules/loyalty-points/ledger/types"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../workflows/shared/money"

export type LoyaltyOrder = {
  redemption: LoyaltyRedemptionDTO | null
  /** Net of what was given back. */
  points_redeemed: number
  /** What the points that are still redeemed took off, in major units. */
  discount: number
  /** Net of what was taken back. */
  points_earned: number
  transactions: LoyaltyTransactionDTO[]
}

/** What the ledger holds for an order. */
export async function loyaltyOrder(
  container: MedusaContainer,
  orderId: string
): Promise<LoyaltyOrder> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const [redemption, transactions] = await Promise.all([
    loyaltyPoints.findRedemptionOfOrder(orderId),
    loyaltyPoints.listTransactionsOfSource({ type: "order", id: orderId }),
  ])
  const points_redeemed = -netOf(transactions, "redeem", "redeem_refund") + 0
  return {
    redemption,
    points_redeemed,
    discount: remainingDiscount(redemption, points_redeemed),
    points_earned: netOf(transactions, "earn", "earn_reversal"),
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
