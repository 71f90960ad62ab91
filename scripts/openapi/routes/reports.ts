import { z } from "@medusajs/framework/zod"

import { liabilityQuerySchema } from "../../../src/api/admin/loyalty/reports/liability/validators"
import { statisticsQuerySchema } from "../../../src/api/admin/loyalty/statistics/validators"
import { noBody } from "../../../src/api/shared/validate"
import { auditReport, liabilityReport, loyaltyStatistics } from "../answers/reports"
import type { ApiRoute } from "./route"

export const reportRoutes: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/statistics",
    tag: "Reports",
    access: "merchant",
    summary: "Read what happened to points in a period",
    description:
      "`opening_balance + issued - redeemed - expired - reversed - taken = closing_balance`",
    query: statisticsQuerySchema,
    answer: z.strictObject({ statistics: loyaltyStatistics }),
    errors: [400, 401],
  },
  {
    method: "GET",
    path: "/admin/loyalty/reports/liability",
    tag: "Reports",
    access: "merchant",
    summary: "Read the points that the store owes its customers",
    description: "As JSON or, with `format=csv`, as a file.",
    query: liabilityQuerySchema,
    answer: z.strictObject({ liability_report: liabilityReport }),
    alsoAnswers: "text/csv",
    errors: [400, 401],
  },
  {
    method: "POST",
    path: "/admin/loyalty/audit",
    tag: "Reports",
    access: "merchant",
    summary: "Prove the whole ledger",
    body: noBody,
    answer: z.strictObject({ audit: auditReport }),
    errors: [400, 401],
  },
]
