import {
  type CartAnswer,
  discountBy,
  newCart,
  reduce,
  type Reduction,
  REQUEST,
  requireDiscount,
} from "../store/carts"
import { compareRequests } from "../store/compare-requests"
import { memberWithPoints } from "../store/shop"
import { HOOKS_OFF, HOOKS_ON } from "../store/store-files"
import { TimedClient } from "../store/timed-client"
import { planOf, type Side } from "../store/turns"
import type { Entry } from "../result"

const POINTS = 1_000_000

/** A cart without points: what the plugin costs every shopper. */
export const cartRefresh: Entry = {
  names: ["cart_refresh"],
  title: "one more piece in a cart without points, with the plugin's hook against without it",
  async run(workbench) {
    const store = await workbench.store()
    const cart = await newCart(store, store.visitor)
    const raise = raiseQuantityIn(cart, store.products[0]?.variantId)
    return compareRequests({
      plan: planOf(workbench.isQuick, 10, 180),
      ours: raise(new TimedClient(store.visitor.with(HOOKS_ON)), "none"),
      peers: [
        {
          name: "cart_refresh",
          goal: { atMost: 1.01 },
          side: raise(new TimedClient(store.visitor.with(HOOKS_OFF)), "none"),
        },
      ],
    })
  },
}

/**
 * A cart paid with points, beside two twins: one with the hook and so the discount switched off, and
 * one where a promotion code takes off the same amount.
 */
export const cartPoints: Entry = {
  names: ["cart_points", "cart_points_vs_code"],
  title:
    "one more piece in a cart with points, with the plugin's hook against without it, and against one with a promotion code",
  async run(workbench) {
    const store = await workbench.store()
    const { client, email } = await memberWithPoints(store, "refresher", { points: POINTS })
    const variantId = store.products[0]?.variantId
    const raise = async (asked: Reduction, headers: Record<string, string>, shown = asked) => {
      const cart = await newCart(store, client, email)
      await reduce(client, cart, asked)
      return raiseQuantityIn(cart, variantId)(new TimedClient(client.with(headers)), shown)
    }
    return compareRequests({
      plan: planOf(workbench.isQuick, 10, 150),
      ours: await raise("points", HOOKS_ON),
      peers: [
        {
          name: "cart_points",
          goal: { atMost: 1.04 },
          side: await raise("points", HOOKS_OFF, "none"),
        },
        { name: "cart_points_vs_code", side: await raise("code", HOOKS_ON) },
      ],
    })
  },
}

/** Both request the discount that the cart already has: the refresh removes and adds it. */
export const apply: Entry = {
  names: ["apply"],
  title: "points on a cart against a promotion code with the same discount",
  async run(workbench) {
    const store = await workbench.store()
    const { client, email } = await memberWithPoints(store, "applier", { points: POINTS })
    const timed = new TimedClient(client)
    const ask = async (reduction: keyof typeof REQUEST): Promise<Side> => {
      const { path, body } = REQUEST[reduction](await newCart(store, client, email))
      return async () => {
        const answer = await timed.post<CartAnswer>(path, body)
        requireDiscount(path, answer.body.cart, discountBy(reduction))
        return answer.milliseconds
      }
    }
    return compareRequests({
      plan: planOf(workbench.isQuick, 10, 40),
      ours: await ask("points"),
      peers: [{ name: "apply", side: await ask("code") }],
    })
  },
}

/** Adds one more of the first line's product to the cart, and checks that it is there. */
function raiseQuantityIn(cart: { id: string }, variant_id: string | undefined) {
  let quantity = 1
  return (timed: TimedClient, reduction: Reduction): Side =>
    async () => {
      const path = `/store/carts/${cart.id}/line-items`
      const { milliseconds, body } = await timed.post<CartAnswer>(path, { variant_id, quantity: 1 })
      const line = body.cart.items?.find((item) => item.variant_id === variant_id)
      quantity += 1
      if (line?.quantity !== quantity) {
        throw new Error(`${path}: there are ${line?.quantity} pieces instead of ${quantity}.`)
      }
      requireDiscount(path, body.cart, discountBy(reduction))
      return milliseconds
    }
}
