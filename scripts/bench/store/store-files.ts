/** Headers that request an answer with the plugin's hooks, or as if there were none. */
export const HOOKS_ON = { "x-points-hooks": "on" }
export const HOOKS_OFF = { "x-points-hooks": "off" }

const SWITCH = `
export const hooks = { areOn: true }
`

const MIDDLEWARES = `
import { defineMiddlewares } from "@medusajs/framework/http"
import { hooks } from "../hooks-switch"

export default defineMiddlewares({
  routes: [
    {
      matcher: "/store/*",
      middlewares: [
        (req, _, next) => {
          hooks.areOn = req.headers["x-points-hooks"] !== "off"
          next()
        },
      ],
    },
  ],
})
`

const CART_HOOK = `
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { refreshPointsOnCart, undoRefreshPointsOnCart } from "medusa-plugin-loyalty-points/hooks"
import { hooks } from "../../hooks-switch"

updateCartPromotionsWorkflow.hooks.validate(
  ({ input, cart }, context) =>
    hooks.areOn ? refreshPointsOnCart({ input, cart }, context) : undefined,
  undoRefreshPointsOnCart
)
`

const COMPLETION_HOOK = `
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { holdPointsOfCart, releasePointsOfCart } from "medusa-plugin-loyalty-points/hooks"
import { hooks } from "../../hooks-switch"

completeCartWorkflow.hooks.validate(
  ({ input, cart }, context) =>
    hooks.areOn ? holdPointsOfCart({ input, cart }, context) : undefined,
  releasePointsOfCart
)
`

/**
 * The store's own files. Its handlers call the plugin's unless the request switches them off: then they
 * do nothing, as in a store without the plugin. The switch is a variable set by a middleware, which is
 * enough because the benchmark sends one request at a time: both sides of a comparison pay for one
 * header and one step. A route that sets the switch would add a request to each side; an
 * AsyncLocalStorage would only be needed for overlapping requests.
 */
export const STORE_FILES = {
  "src/hooks-switch.ts": SWITCH,
  "src/api/middlewares.ts": MIDDLEWARES,
  "src/workflows/hooks/update-cart-promotions.ts": CART_HOOK,
  "src/workflows/hooks/complete-cart.ts": COMPLETION_HOOK,
}
