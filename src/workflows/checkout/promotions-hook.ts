import type {
  ComputeActionContext,
  ComputeActions,
  CreateLineItemAdjustmentDTO,
  ICartModuleService,
  IPromotionModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import {
  ComputedActions,
  ContainerRegistrationKeys,
  Modules,
  PromotionActions,
} from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { isPointsCode } from "../../domain/checkout/adjustment-code"
import type { CartAdjustment, CartView, PromotionView } from "../shared/cart-view"
import { forgetShared } from "../shared/shared-reads"
import type { CheckoutPart, NewAdjustment, RefreshedCart } from "./part"
import { CHECKOUT_PARTS } from "./parts"

type PromotionsHookInput = {
  input: { promo_codes?: string[]; action?: string }
  cart: unknown
}

type HookContext = { container: MedusaContainer }

/** What a store with its own promotion context passes on, so that we predict the same promotions. */
export type PromotionsHookOptions = {
  /** Merged over the cart, like the result of a `setPromotionContext` handler. */
  promotionContext?: Record<string, unknown>
}

/**
 * Handler for `updateCartPromotionsWorkflow.hooks.validate`: on each refresh of a cart, adds fresh
 * adjustments for each part of checkout, from the current balance, rules and lines. Medusa then drops
 * the cart's previous adjustments and adds promotions; parts take from what promotions leave.
 *
 * A cart without any costs one indexed query a part. The handler never throws: a cart must work
 * without points, too, and one part without the others.
 */
export async function refreshPointsOnCart(
  { input, cart: given }: PromotionsHookInput,
  { container }: HookContext,
  options: PromotionsHookOptions = {}
): Promise<StepResponse<undefined, string[]>> {
  const cart = given as CartView
  if (cart.completed_at) {
    return new StepResponse(undefined, [])
  }
  let predicted: Promise<PromotionView> | undefined
  const promotions = () => (predicted ??= predictPromotions(container, cart, input, options))
  const taken: NewAdjustment[] = []
  for (const part of CHECKOUT_PARTS) {
    taken.push(...(await quoteOf(part, { container, cart, promotions, taken })))
  }
  try {
    return new StepResponse(undefined, await addAdjustments(container, taken))
  } catch (error) {
    logFailure({ container, cart }, "points", error)
    return new StepResponse(undefined, [])
  }
}

/** Nothing when the part fails. */
async function quoteOf(part: CheckoutPart, refreshed: RefreshedCart): Promise<NewAdjustment[]> {
  try {
    return await part.quote(refreshed)
  } catch (error) {
    logFailure(refreshed, part.key, error)
    return []
  }
}

/** What steps of this request read and left is forgotten: it may be what failed. */
function logFailure(
  { container, cart }: Pick<RefreshedCart, "container" | "cart">,
  what: string,
  error: unknown
): void {
  forgetShared()
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`loyalty points: cart ${cart.id} is shown without ${what}`, error as Error)
}

/** Takes back what the handler added, when a later step of the refresh failed. */
export async function undoRefreshPointsOnCart(
  adjustmentIds: string[] | undefined,
  { container }: HookContext
): Promise<void> {
  if (adjustmentIds?.length) {
    await cartModule(container).softDeleteLineItemAdjustments(adjustmentIds)
  }
}

async function addAdjustments(
  container: MedusaContainer,
  adjustments: NewAdjustment[]
): Promise<string[]> {
  if (adjustments.length === 0) {
    return []
  }
  const created = await cartModule(container).addLineItemAdjustments(
    adjustments as CreateLineItemAdjustmentDTO[]
  )
  return created.map(({ id }) => id)
}

/**
 * The promotions that the workflow is about to put on the cart, computed by the promotion module from
 * the codes that the workflow's own steps will use. Without codes or automatic promotions there is
 * nothing to compute.
 */
async function predictPromotions(
  container: MedusaContainer,
  cart: CartView,
  input: PromotionsHookInput["input"],
  { promotionContext }: PromotionsHookOptions
): Promise<PromotionView> {
  const promotions = container.resolve(Modules.PROMOTION)
  const codes = codesToCome(cart, input)
  const byItem = new Map<string, CartAdjustment[]>()
  if (codes.every(isPointsCode) && !(await hasAutomatic(promotions))) {
    return { byItem, hasAny: false }
  }
  const actions = await promotions.computeActions(codes, {
    ...cart,
    ...promotionContext,
  } as ComputeActionContext)
  let hasAny = false
  for (const action of actions) {
    hasAny ||= addsAdjustment(action)
    if (action.action === ComputedActions.ADD_ITEM_ADJUSTMENT) {
      const { item_id, ...adjustment } = action
      byItem.set(item_id, [...(byItem.get(item_id) ?? []), adjustment as CartAdjustment])
    }
  }
  return { byItem, hasAny }
}

async function hasAutomatic(promotions: IPromotionModuleService): Promise<boolean> {
  const found = await promotions.listPromotions(
    { is_automatic: true, status: ["active"] },
    { select: ["id"], take: 1 }
  )
  return found.length > 0
}

const addsAdjustment = ({ action }: ComputeActions): boolean =>
  action === ComputedActions.ADD_ITEM_ADJUSTMENT ||
  action === ComputedActions.ADD_SHIPPING_METHOD_ADJUSTMENT

/** The same decision as Medusa's step get-promotion-codes-to-apply. */
function codesToCome(cart: CartView, { promo_codes = [], action }: PromotionsHookInput["input"]) {
  if (action === PromotionActions.REPLACE) {
    return [...new Set(promo_codes)]
  }
  const onCart = [...(cart.items ?? []), ...(cart.shipping_methods ?? [])]
    .flatMap(({ adjustments }) => adjustments ?? [])
    .flatMap(({ code }) => code ?? [])
  if (action === PromotionActions.REMOVE) {
    return [...new Set(onCart)].filter((code) => !promo_codes.includes(code))
  }
  return [...new Set([...onCart, ...promo_codes])]
}

const cartModule = (container: MedusaContainer): ICartModuleService =>
  container.resolve(Modules.CART)
