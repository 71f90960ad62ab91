import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { cartTarget } from "../../domain/checkout/target"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { isLedgerError, LedgerErrorCode } from "../../modules/loyalty-points/ledger/errors"
import { newRedemptionId } from "../../modules/loyalty-points/ledger/ids"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { pointsAdjustmentsOf } from "../shared/cart-view"
import type { CartView } from "../shared/cart-view"
import { cartShowsQuote, quoteCart } from "./quote-cart"
import type { CartQuote } from "./quote-cart"
import { refreshPointsUnderLock } from "./refresh-points"

type CompletionHookInput = { input: { id: string }; cart: unknown }

type HookContext = {
  container: MedusaContainer
  context: { transactionId?: string }
  idempotencyKey: string
}

/** What the compensation needs: which hold to release, of which attempt. */
export type HoldOfAttempt = { redemption_id: string; attempt: string }

/** `code` of the error that a shopper gets whose points no longer hold. */
export const POINTS_CHANGED = "loyalty_points_changed"

/**
 * Handler of `completeCartWorkflow.hooks.validate`: checks that the discount on the cart is what
 * rules and balance say now, and holds its points in one atomic step, tagged with this attempt.
 * A cart without points costs one indexed query.
 *
 * When the points no longer hold, the cart is put right and the shopper gets NOT_ALLOWED with the
 * reason.
 */
export async function holdPointsOfCart(
  { cart: given }: CompletionHookInput,
  stepContext: HookContext
): Promise<StepResponse<undefined, HoldOfAttempt> | undefined> {
  const cart = given as CartView
  const { container } = stepContext
  if (cart.completed_at) {
    return undefined
  }
  const redemption = await resolveLoyaltyPoints(container).redemptions.activeOf(cartTarget(cart.id))
  if (!redemption && pointsAdjustmentsOf(cart).length === 0) {
    return undefined
  }
  const cartQuote = await quoteCart(container, cart, redemption)
  if (!cartShowsQuote(cart, cartQuote)) {
    return refuse(cart, redemption, stepContext)
  }
  if (!redemption || cartQuote.quote.points_applied === 0) {
    return undefined
  }
  return hold(cart, redemption, cartQuote, stepContext)
}

/** Frees the points of a failed attempt; the shopper's request stays on the cart. */
export async function releasePointsOfCart(
  held: HoldOfAttempt | undefined,
  { container }: Pick<HookContext, "container">
): Promise<void> {
  if (held) {
    await resolveLoyaltyPoints(container).ledger.release({ ...held, reapply_id: newRedemptionId() })
  }
}

async function hold(
  cart: CartView,
  redemption: LoyaltyRedemptionDTO,
  cartQuote: CartQuote,
  stepContext: HookContext
): Promise<StepResponse<undefined, HoldOfAttempt>> {
  const { quote, program } = cartQuote
  const attempt = stepContext.context.transactionId ?? stepContext.idempotencyKey
  await followCurrency(cart, redemption, stepContext.container)
  try {
    await resolveLoyaltyPoints(stepContext.container).ledger.hold({
      redemption_id: redemption.id,
      attempt,
      points: quote.points_applied,
      discount: String(quote.discount),
      program: program as NonNullable<typeof program>,
    })
  } catch (error) {
    if (!isLedgerError(error, LedgerErrorCode.INSUFFICIENT_POINTS)) {
      throw error
    }
    return refuse(cart, redemption, stepContext)
  }
  return new StepResponse(undefined, { redemption_id: redemption.id, attempt })
}

/** A request from before the cart moved to another country is held in the currency it now pays. */
async function followCurrency(
  { currency_code }: CartView,
  redemption: LoyaltyRedemptionDTO,
  container: MedusaContainer
): Promise<void> {
  if (redemption.currency_code !== currency_code) {
    const loyaltyPoints = resolveLoyaltyPoints(container)
    const account = await loyaltyPoints.accounts.ensure(redemption.customer_id)
    await loyaltyPoints.redemptions.request({
      ...redemption,
      account_id: account.id,
      currency_code,
    })
  }
}

/** Puts the cart right, under the lock that the completion holds, and tells the shopper why. */
async function refuse(
  cart: CartView,
  redemption: LoyaltyRedemptionDTO | null,
  stepContext: HookContext
): Promise<never> {
  // A captured payment must stay on the cart: Medusa refunds it when the completion fails.
  if (!hasCapturedPayment(cart)) {
    await refreshPointsUnderLock(cart.id, stepContext)
  }
  // Quoted again: another cart may have spent the points since this attempt looked.
  const { quote } = await quoteCart(stepContext.container, cart, redemption)
  const reasons = quote.reasons.map(({ message }) => message).join(" ")
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Your points can no longer be used as shown on this cart. ${reasons || "Your points or the cart have changed."} Please check the new total and try again.`,
    POINTS_CHANGED
  )
}

const hasCapturedPayment = (cart: CartView): boolean =>
  (cart.payment_collection?.payment_sessions ?? []).some(({ status }) => status === "captured")
