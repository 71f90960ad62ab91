import { z } from "@medusajs/framework/zod"

import { textField } from "../../validation/fields"

/** A wallet's code. Which wallets there are is the store's option: the route asks it. */
export const walletParameter = textField("wallet").optional()

/** The query of routes that read one wallet and nothing else. */
export const walletQuerySchema = z.strictObject({
  wallet: walletParameter.describe("The wallet's code. Left out: `points`."),
})
export type WalletQuery = z.infer<typeof walletQuerySchema>
