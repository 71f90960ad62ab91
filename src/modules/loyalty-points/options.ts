import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { checkoutOptions } from "./checkout/options"
import { ledgerOptions } from "./ledger/options"
import { programOptions } from "./program/options"
import type { LoyaltyProgramOption } from "./program/options"
import { reminderOptions } from "./reminders/options"
import { walletOptions } from "./wallets/options"

export type { LoyaltyProgramOption } from "./program/options"

/** Options of the plugin in `medusa-config.ts`: a line for each capability that has any. */
export const optionsSchema = z.strictObject({
  ...checkoutOptions,
  ...programOptions,
  ...ledgerOptions,
  ...reminderOptions,
  ...walletOptions,
})

/** The options as the module uses them: validated, with all defaults. */
export type LoyaltyPointsOptions = z.infer<typeof optionsSchema>

/** The options as written in `medusa-config.ts`: all are optional. */
export type LoyaltyPointsPluginOptions = Omit<z.input<typeof optionsSchema>, "programs"> & {
  programs?: LoyaltyProgramOption[]
}

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
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-loyalty-points: invalid options in medusa-config: ${parsed.error.issues.map(problemOf).join("; ")}`
  )
}

/** "programs.0.point_value: expected …"; schemas shared with request bodies name their field already. */
function problemOf({ path, message }: { path: PropertyKey[]; message: string }): string {
  const field = `${String(path.at(-1))}: `
  const allowed = message.startsWith(field) ? message.slice(field.length) : message
  return `${path.join(".") || "options"}: ${allowed}`
}
