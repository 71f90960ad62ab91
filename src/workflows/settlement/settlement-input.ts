import type { MedusaContainer } from "@medusajs/framework/types"

import type { RedeemedPoints } from "../../domain/earning/redeemed"
import type { SettlementInput } from "../../domain/earning/settlement"
import type { ProgramRules } from "../../domain/program/rules"
import { decimal } from "../../domain/shared/decimal"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import type {
  LoyaltyTransactionDTO,
  SettlementState,
  TransactionKind,
} from "../../modules/loyalty-points/ledger/types"
import type { ProgramInForce } from "../../modules/loyalty-points/program/types"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { orderState, settlementLines } from "./order-view"
import type { OrderView } from "./order-view"

/**
 * Whose points an order moves; null for a guest. An order transferred to somebody else later stays on
 * the account it was settled on.
 */
export function ownerOf(
  order: OrderView,
  settled: SettlementState,
  redemption: LoyaltyRedemptionDTO | null
): string | null {
  const member = order.customer?.has_account ? order.customer.id : null
  return settled.customer_id ?? redemption?.customer_id ?? member
}

/** The program that was in force when the order was placed. */
export async function programOf(
  container: MedusaContainer,
  order: OrderView
): Promise<ProgramInForce | null> {
  return resolveLoyaltyPoints(container).programs.inForce(
    order.currency_code,
    new Date(order.created_at)
  )
}

type Terms = {
  rules: ProgramRules | null
  customerId: string | null
  redeemed: RedeemedPoints | null
}

/** The points an order was placed with; `transactions` are those that the ledger has for it. */
export function redeemedBy(
  redemption: LoyaltyRedemptionDTO | null,
  transactions: LoyaltyTransactionDTO[]
): RedeemedPoints | null {
  if (redemption === null) {
    return null
  }
  const { points, discount } = redemption
  const isSpent = transactions.some(({ kind }) => kind === "redeem")
  const still = isSpent ? netRedeemed(transactions) : undefined
  return { points, discount: decimal(discount), still }
}

/** The sum of an order's transactions of some kinds, signed as in the journal. */
export function netOf(transactions: LoyaltyTransactionDTO[], ...kinds: TransactionKind[]): number {
  return transactions
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { points }) => sum + points, 0)
}

/** Points redeemed less those given back, as a positive number. */
export function netRedeemed(transactions: LoyaltyTransactionDTO[]): number {
  return 0 - netOf(transactions, "redeem", "redeem_refund")
}

/** An order in the domain's terms. */
export function settlementInput(
  order: OrderView,
  { rules, customerId, redeemed }: Terms
): SettlementInput {
  return {
    rules,
    is_member: customerId !== null,
    state: orderState(order),
    lines: settlementLines(order),
    redeemed,
  }
}
