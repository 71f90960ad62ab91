import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import type { CartView } from "../shared/cart-view"
import { holdParts, releaseParts } from "./hold-parts"
import type { HeldParts, Refusal } from "./hold-parts"
import { CHECKOUT_PARTS } from "./parts"
import { refreshPointsUnderLock } from "./refresh-points"

type CompletionHookInput = { input: { id: string }; cart: unknown }

type HookContext = {
  container: MedusaContainer
  context: { transactionId?: string }
  idempotencyKey: string
}

/**
 * Handler for `completeCartWorkflow.hooks.validate`: has each part of checkout check that what the cart
 * shows is still valid, and hold it for this attempt. A cart without any costs one indexed query per
 * part.
 *
 * If something is no longer valid, the cart is corrected and the shopper gets NOT_ALLOWED with all
 * reasons.
 */
export async function holdPointsOfCart(
  { cart: given }: CompletionHookInput,
  stepContext: HookContext
): Promise<StepResponse<undefined, HeldParts> | undefined> {
  const cart = given as CartView
  if (cart.completed_at) {
    return undefined
  }
  const { container, context, idempotencyKey } = stepContext
  const attempt = context.transactionId ?? idempotencyKey
  const { held, refusals } = await holdParts(CHECKOUT_PARTS, { container, cart, attempt })
  if (refusals.length > 0) {
    return refuse(cart, refusals, stepContext)
  }
  return held.length > 0 ? new StepResponse(undefined, held) : undefined
}

/** Frees what a failed attempt held; the shopper's request stays on the cart. */
export async function releasePointsOfCart(
  held: HeldParts | undefined,
  { container }: Pick<HookContext, "container">
): Promise<void> {
  await releaseParts(CHECKOUT_PARTS, held ?? [], container)
}

/** Corrects the cart, under the lock that the completion holds, and gives the shopper the reasons. */
async function refuse(
  cart: CartView,
  refusals: Refusal[],
  stepContext: HookContext
): Promise<never> {
  // A captured payment must stay on the cart: Medusa refunds it when the completion fails.
  if (!hasCapturedPayment(cart)) {
    await refreshPointsUnderLock(cart.id, stepContext)
  }
  const reasons = await Promise.all(refusals.map(({ explain }) => explain()))
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${reasons.join(" ")} Please check the new total and try again.`,
    refusals[0]?.code
  )
}

const hasCapturedPayment = (cart: CartView): boolean =>
  (cart.payment_collection?.payment_sessions ?? []).some(({ status }) => status === "captured")
