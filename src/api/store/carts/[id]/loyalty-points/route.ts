import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"

import type { Quote } from "../../../../../domain/checkout/quote"
import { cartTarget } from "../../../../../domain/checkout/target"
import { applyPointsToCartWorkflow } from "../../../../../workflows/checkout/apply-points"
import type { CartView } from "../../../../../workflows/shared/cart-view"
import { loadCart } from "../../../../../workflows/checkout/load-cart"
import { quoteOfRefresh } from "../../../../../workflows/checkout/points-part"
import { quoteCart } from "../../../../../workflows/checkout/quote-cart"
import { removePointsFromCartWorkflow } from "../../../../../workflows/checkout/remove-points"
import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import { withSharedReads } from "../../../../../workflows/shared/shared-reads"
import type { ApplyPointsBody } from "../../../../shared/points-field"
import { ownCartId, readableCart } from "./cart-access"

/** What points can do on the cart now. Nothing is written. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const cart = await readableCart(req, req.auth_context?.actor_id)
  res.json({ loyalty_quote: await currentQuote(req, cart) })
}

/** Pays with points, at most `points` of them; posting again replaces the earlier request. */
export async function POST(
  req: AuthenticatedMedusaRequest<ApplyPointsBody>,
  res: MedusaResponse
): Promise<void> {
  const cart_id = req.params.id as string
  const { points } = req.validatedBody
  await withSharedReads(async () => {
    await applyPointsToCartWorkflow(req.scope).run({
      input: { cart_id, customer_id: req.auth_context.actor_id, points },
    })
    await respondWithCart(req, res, cart_id)
  })
}

/** Takes the points off the cart, if there are any. */
export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const cart_id = await ownCartId(req, req.auth_context.actor_id)
  await removePointsFromCartWorkflow(req.scope).run({ input: { cart_id } })
  await respondWithCart(req, res, cart_id)
}

async function respondWithCart(
  req: AuthenticatedMedusaRequest<unknown>,
  res: MedusaResponse,
  cartId: string
): Promise<void> {
  const [cart, loyalty_quote] = await Promise.all([
    refetchCart(cartId, req.scope, req.queryConfig.fields),
    quoteAfterRefresh(req, cartId),
  ])
  res.json({ cart, loyalty_quote })
}

/** What the refresh put on the cart, or what holds now where there was none with points. */
async function quoteAfterRefresh(
  req: AuthenticatedMedusaRequest<unknown>,
  cartId: string
): Promise<Quote> {
  const refreshed = await quoteOfRefresh(cartId)
  return refreshed ?? currentQuote(req, await loadCart(req.scope, cartId))
}

async function currentQuote(
  { scope }: AuthenticatedMedusaRequest<unknown>,
  cart: CartView
): Promise<Quote> {
  const redemption = await resolveLoyaltyPoints(scope).redemptions.activeOf(cartTarget(cart.id))
  return (await quoteCart(scope, cart, redemption)).quote
}
