import { noteImportOfHandlers } from "../modules/loyalty-points/hook-slots"

/**
 * The plugin's hook handlers, for a store that needs the hook slots itself: set `registerHooks:
 * false` and call these from your own handlers. Importing this file registers nothing.
 *
 * @example
 * completeCartWorkflow.hooks.validate(
 *   async (input, context) => {
 *     await myOwnChecks(input)
 *     return holdPointsOfCart(input, context)
 *   },
 *   releasePointsOfCart
 * )
 */
export { holdPointsOfCart, releasePointsOfCart } from "../workflows/checkout/completion-hook"
export type { HeldParts } from "../workflows/checkout/hold-parts"
export { refreshPointsOnCart, undoRefreshPointsOnCart } from "../workflows/checkout/promotions-hook"
export type { PromotionsHookOptions } from "../workflows/checkout/promotions-hook"

noteImportOfHandlers()
