import { z } from "@medusajs/framework/zod"

import { walletParameter } from "../../../shared/wallet-parameter"

export const updateAccountSchema = z.strictObject({
  expiry_reminders: z
    .boolean({ error: "expiry_reminders: expected true or false" })
    .describe("Whether the customer wants to be reminded before points expire."),
  wallet: walletParameter.describe("The wallet whose points are meant. Left out: `points`."),
})
export type UpdateAccountBody = z.infer<typeof updateAccountSchema>
