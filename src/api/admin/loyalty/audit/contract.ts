import { z } from "@medusajs/framework/zod"

import { count, text, time } from "../../../shared/answers/fields"
import { noBody } from "../../../shared/validate"
import type { ApiRoute } from "../../../shared/contract"

const auditReport = z
  .strictObject({
    accounts: count.describe("Accounts that were checked."),
    transactions: count.describe("Transactions that were checked."),
    violations: z
      .array(z.strictObject({ invariant: count, code: text, subject: text, message: text }))
      .describe("Empty as long as the ledger keeps its promises."),
    last_seal: z
      .strictObject({ no: count, lines: count, hash: text, sealed_at: time })
      .nullable()
      .describe("The newest seal of the journal; kept elsewhere, it proves all lines before it."),
  })
  .meta({ id: "LoyaltyAudit", description: "A proof of the whole ledger on one snapshot." })

export const contract: ApiRoute[] = [
  {
    method: "POST",
    path: "/admin/loyalty/audit",
    tag: "Reports",
    access: "merchant",
    summary: "Prove the whole ledger",
    description: "Checks every promise of the ledger.",
    body: noBody,
    answer: z.strictObject({ audit: auditReport }),
    errors: [400, 401],
  },
]
