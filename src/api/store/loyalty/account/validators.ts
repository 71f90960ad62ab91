import { z } from "@medusajs/framework/zod"

export const updateAccountSchema = z.strictObject({
  expiry_reminders: z
    .boolean({ error: "expiry_reminders: expected true or false" })
    .describe("Whether the customer wants to be told before points expire."),
})
export type UpdateAccountBody = z.infer<typeof updateAccountSchema>
