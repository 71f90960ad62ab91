import { z } from "@medusajs/framework/zod"

import { LedgerErrorCode } from "../../../modules/loyalty-points/ledger/errors"
import { text } from "./fields"

export const error = z
  .strictObject({
    type: text
      .meta({ examples: ["invalid_data", "not_allowed", "not_found", "duplicate_error"] })
      .describe("Medusa's type, which decides the status."),
    message: text.describe("What is wrong; names the field, and what is allowed."),
    code: text
      .optional()
      .meta({ examples: [LedgerErrorCode.INSUFFICIENT_POINTS, LedgerErrorCode.ACCOUNT_CLOSED] })
      .describe("The reason as a word that code can compare."),
  })
  .meta({ id: "Error", description: "An error as Medusa answers it." })

export const unauthorized = z.strictObject({ message: text, type: text.optional() }).meta({
  id: "Unauthorized",
  description: "Medusa's answer to a request without valid credentials.",
})
