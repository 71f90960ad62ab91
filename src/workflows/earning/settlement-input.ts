import type { MedusaContainer } from "@medusajs/framework/types"

import type { SettlementInput } from "../../domain/earning/settlement"
import type { ProgramRules } from "../../domain/program/rules"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import type { SettlementState } from "../../modules/loyalty-points/ledger/types"
import type { ProgramInForce } from "../../modules/loyalty-points/program/types"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { orderState, settlementLines } from "./order-view"
import type { OrderView } from "./order-view"

/**
 * Whose points an order moves, null for a guest. An order that was handed to somebody else since
 * stays on the account that it was settled on.
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
  return resolveLoyaltyPoints(container).findProgramInForce(
    order.currency_code,
    new Date(order.created_at)
  )
}

type Terms = {
  rules: ProgramRules | null
  customerId: string | null
  redemption: LoyaltyRedemptionDTO | null
}

/** An order as the domain reads it. */
export function settlementInput(
  order: OrderView,
  { rules, customerId, redemption }: Terms
): SettlementInput {
  return {
    rules,
    is_member: customerId !== null,
    state: orderState(order),
    lines: settlementLines(order),
    redeemed_points: redemption?.points ?? 0,
  }
}
