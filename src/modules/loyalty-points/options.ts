import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** Options of the plugin in `medusa-config.ts`. */
export const optionsSchema = z.strictObject({
  /**
   * false: the plugin leaves `updateCartPromotionsWorkflow.hooks.validate` and
   * `completeCartWorkflow.hooks.validate` to the store, which then calls our handlers from its own.
   */
  registerHooks: z.boolean().default(true),
  /** Minutes after which a hold whose cart has no order is released. */
  releaseHoldsAfterMinutes: z.number().int().min(1).default(15),
  /** Tells the present time; a test moves it. The server's clock by default. */
  clock: z
    .custom<() => Date>(
      (value) => typeof value === "function",
      "must be a function that returns a Date"
    )
    .default(() => () => new Date()),
})

export type LoyaltyPointsOptions = z.infer<typeof optionsSchema>

/** Options that Medusa adds to a module's own. */
const OPTIONS_OF_MEDUSA = ["database", "logger", "debug"]

/** @throws INVALID_DATA that names the option and what is allowed */
export function parseOptions(options: Record<string, unknown> = {}): LoyaltyPointsOptions {
  const own = Object.fromEntries(
    Object.entries(options).filter(([name]) => !OPTIONS_OF_MEDUSA.includes(name))
  )
  const parsed = optionsSchema.safeParse(own)
  if (parsed.success) {
    return parsed.data
  }
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join(".") || "options"}: ${issue.message}`
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-loyalty-points: wrong options in medusa-config: ${problems.join("; ")}`
  )
}
