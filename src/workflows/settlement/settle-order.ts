import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { cartTarget, draftTarget } from "../../domain/checkout/target"
import { lotDates } from "../../domain/earning/validity"
import { purchaseOf, settlementTargets } from "../../domain/earning/settlement"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { isLedgerError, LedgerErrorCode } from "../../modules/loyalty-points/ledger/errors"
import type { LoyaltyTransactionDTO, SettleInput } from "../../modules/loyalty-points/ledger/types"
import { pointsAdjustmentsOf } from "../shared/cart-view"
import { emitTransactions } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { withFittingDiscount } from "./fit-discount"
import { loadOrder } from "./order-view"
import type { OrderView } from "./order-view"
import { ownerOf, programOf, redeemedBy, settlementInput } from "./settlement-input"

/** How often another settlement of the order may come in between before this one gives up. */
const ATTEMPTS = 10

/** The return that an order is settled for, if the event named one; its transactions record it. */
export type SettlementCause = { return_id?: string }

/** As long as Medusa makes another completion of the cart wait. */
const LOCK_SECONDS = { timeout: 30 }

/**
 * Brings the ledger in line with an order: captures the points held for it and writes the difference
 * between what it should have earned and redeemed and what the ledger has for it. Safe to run at any
 * time and as often as needed; a correct ledger is left alone.
 *
 * @returns the transactions written, committed when this returns
 * @throws NOT_FOUND if there is no such order; CONFLICT when other settlements of it keep coming first
 */
export async function settleOrder(
  container: MedusaContainer,
  orderId: string,
  cause: SettlementCause = {}
): Promise<LoyaltyTransactionDTO[]> {
  const cartId = await cartIdOf(container, orderId)
  if (!cartId) {
    return settleOrderUnderLock(container, orderId, cause)
  }
  // While its cart completes, an order can still vanish because the bank declines.
  return container
    .resolve(Modules.LOCKING)
    .execute(cartId, () => settleOrderUnderLock(container, orderId, cause), LOCK_SECONDS)
}

/** `settleOrder` for a caller that holds the lock of the order's cart. */
export async function settleOrderUnderLock(
  container: MedusaContainer,
  orderId: string,
  cause: SettlementCause = {}
): Promise<LoyaltyTransactionDTO[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settleOnce(container, orderId, cause)
    } catch (error) {
      if (attempt === ATTEMPTS || !isLedgerError(error, LedgerErrorCode.SETTLEMENT_OUTDATED)) {
        throw error
      }
    }
  }
}

async function settleOnce(
  container: MedusaContainer,
  orderId: string,
  cause: SettlementCause
): Promise<LoyaltyTransactionDTO[]> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const source = { type: "order", id: orderId }
  // Read before the order: a settlement that reads the order later wins over this one.
  const settled = await loyaltyPoints.ledger.settlementOf(source)
  const found = await loadOrder(container, orderId)
  const { redemption, captured } = await redemptionOf(container, found)
  const customerId = ownerOf(found, settled, redemption)
  const program = await programOf(container, found)
  const concernsNobody = !redemption && !program && settled.revision === 0
  if (!customerId || concernsNobody) {
    return captured
  }

  const account = await loyaltyPoints.accounts.ensure(customerId)
  const redeemed =
    redemption && redeemedBy(redemption, await loyaltyPoints.accounts.transactionsOfSource(source))
  const order = await withFittingDiscount(container, found, redeemed)
  const rules = program?.rules ?? null
  const state = settlementInput(order, { rules, customerId, redeemed })
  const { spent, counted } = purchaseOf(state)
  const now = loyaltyPoints.now()
  const dates = rules
    ? lotDates(rules, now, loyaltyPoints.options)
    : { available_at: now, expires_at: null }
  const settlement: SettleInput = {
    account_id: account.id,
    source,
    ...settlementTargets(state),
    ...dates,
    purchase: {
      purchased_at: new Date(order.created_at),
      spent: spent.toFixed(),
      currency_code: order.currency_code,
      counted,
    },
    policy: rules?.clawback_policy ?? "allow_negative",
    program,
    revision: settled.revision,
    details: { ...(order.cart && { cart_id: order.cart.id }), ...cause },
  }
  const written = await loyaltyPoints.ledger.settle(settlement, now)
  await emitTransactions(container, account, written)
  return [...captured, ...written]
}

async function cartIdOf(container: MedusaContainer, orderId: string): Promise<string | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["cart_id"],
    filters: { order_id: orderId },
  })
  return (data[0] as { cart_id?: string } | undefined)?.cart_id
}

type CapturedRedemption = {
  redemption: LoyaltyRedemptionDTO | null
  captured: LoyaltyTransactionDTO[]
}

/**
 * The redemption whose discount the order carries; if it is still held, it is captured now. A hold that
 * was released although the order was placed (its completion took longer than the sweep waits) still
 * counts: its discount was given.
 */
async function redemptionOf(
  container: MedusaContainer,
  order: OrderView
): Promise<CapturedRedemption> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const settled = await loyaltyPoints.redemptions.capturedOfOrder(order.id)
  const cartId = order.cart?.id ?? null
  // Points applied to a draft were held for the draft itself, until it becomes an order.
  const heldFor = cartId ? cartTarget(cartId) : order.is_draft_order ? null : draftTarget(order.id)
  if (settled || !heldFor) {
    return { redemption: settled, captured: [] }
  }
  const last = await loyaltyPoints.redemptions.lastHeldOf(heldFor)
  if (last?.status === "held") {
    const { transaction, is_new } = await loyaltyPoints.ledger.capture(last.id, order.id, cartId)
    const captured = is_new ? [transaction] : []
    const owner = { id: transaction.account_id, customer_id: last.customer_id }
    await emitTransactions(container, owner, captured)
    return { redemption: last, captured }
  }
  const wasGiven = last !== null && hasPointsDiscount(order)
  return { redemption: wasGiven ? last : null, captured: [] }
}

const hasPointsDiscount = (order: OrderView): boolean =>
  pointsAdjustmentsOf({ ...order, customer: null }).length > 0

export type SettleOrderInput = SettlementCause & { order_id: string }

const settleOrderStep = createStep(
  "loyalty-points-settle-order",
  async ({ order_id, ...cause }: SettleOrderInput, { container }) =>
    new StepResponse(await settleOrder(container, order_id, cause))
)

/**
 * `settleOrder` as a workflow. It has no compensation: the ledger is corrected by further entries.
 *
 * @example
 * const { result } = await settleOrderWorkflow(container).run({ input: { order_id: "order_01" } })
 */
export const settleOrderWorkflow = createWorkflow(
  "loyalty-points-settle-order",
  (input: SettleOrderInput) => new WorkflowResponse(settleOrderStep(input))
)
