import { z } from "@medusajs/framework/zod"

export const checkoutOptions = {
  /**
   * false: the plugin leaves `updateCartPromotionsWorkflow.hooks.validate` and
   * `completeCartWorkflow.hooks.validate` to the store, which then calls our handlers from its own.
   */
  registerHooks: z.boolean().default(true),
  /** Minutes after which a hold whose cart has no order is released. */
  releaseHoldsAfterMinutes: z.number().int().min(1).default(15),
}
