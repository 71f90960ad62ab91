import type { MedusaContainer } from "@medusajs/framework/types"

import type { Quote } from "../../domain/checkout/quote"
import { cartTarget } from "../../domain/checkout/target"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { isLedgerError, LedgerErrorCode } from "../../modules/loyalty-points/ledger/errors"
import { newRedemptionId } from "../../modules/loyalty-points/ledger/ids"
import { pointsAdjustmentsOf } from "../shared/cart-view"
import type { CartView } from "../shared/cart-view"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { shareResult, sharedResult } from "../shared/shared-reads"
import type { CheckoutPart, CompletingCart, HoldOutcome } from "./part"
import { adjustmentsOf, cartShowsQuote, quoteCart } from "./quote-cart"
import type { CartQuote } from "./quote-cart"

/** What a release needs: the hold and its attempt. */
type HeldPoints = { redemption_id: string; attempt: string }

/** `code` of the error when a shopper's points are no longer valid. */
export const POINTS_CHANGED = "loyalty_points_changed"

const quoteKey = (cartId: string) => `quote of ${cartId}`

/** The quote that this request's refresh put on a cart, if it was a refresh with points. */
export const quoteOfRefresh = async (cartId: string): Promise<Quote | undefined> =>
  sharedResult<Quote>(quoteKey(cartId))

/** Points as a way to pay: the discount that the shopper requested. */
export const pointsPart: CheckoutPart = {
  key: "points",

  async quote({ container, cart, promotions }) {
    const redemption = await requestOn(container, cart)
    if (!redemption) {
      return []
    }
    const cartQuote = await quoteCart(container, cart, redemption, promotions())
    shareResult(quoteKey(cart.id), cartQuote.quote)
    return adjustmentsOf(cartQuote)
  },

  async hold(completing) {
    const { container, cart } = completing
    const redemption = await requestOn(container, cart)
    if (!redemption && pointsAdjustmentsOf(cart).length === 0) {
      return { status: "nothing" }
    }
    const cartQuote = await quoteCart(container, cart, redemption)
    if (!cartShowsQuote(cart, cartQuote)) {
      return refused(completing, redemption)
    }
    return redemption && cartQuote.quote.points_applied > 0
      ? hold(completing, redemption, cartQuote)
      : { status: "nothing" }
  },

  /** The shopper's request stays on the cart. */
  async release(held, container) {
    await resolveLoyaltyPoints(container).ledger.release({
      ...(held as HeldPoints),
      reapply_id: newRedemptionId(),
    })
  },
}

const requestOn = (
  container: MedusaContainer,
  { id }: CartView
): Promise<LoyaltyRedemptionDTO | null> =>
  resolveLoyaltyPoints(container).redemptions.activeOf(cartTarget(id))

async function hold(
  completing: CompletingCart,
  redemption: LoyaltyRedemptionDTO,
  { quote, program }: CartQuote
): Promise<HoldOutcome> {
  const { container, cart, attempt } = completing
  await followCurrency(cart, redemption, container)
  try {
    await resolveLoyaltyPoints(container).ledger.hold({
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
    return refused(completing, redemption)
  }
  const held: HeldPoints = { redemption_id: redemption.id, attempt }
  return { status: "held", held }
}

/** A request made before the cart moved to another country is held in the cart's current currency. */
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

function refused(
  { container, cart }: CompletingCart,
  redemption: LoyaltyRedemptionDTO | null
): HoldOutcome {
  return {
    status: "refused",
    code: POINTS_CHANGED,
    // Quoted again, since another cart may have spent the points in the meantime.
    explain: async () => {
      const { quote } = await quoteCart(container, cart, redemption)
      const reasons = quote.reasons.map(({ message }) => message).join(" ")
      return `Your points can no longer be used as shown on this cart. ${reasons || "Your points or the cart have changed."}`
    },
  }
}
