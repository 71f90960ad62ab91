import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

import { noBody, pageSchema, refuseImpossibleIds, validateQuery } from "../../shared/validate"
import { walletQuerySchema } from "../../shared/wallet-parameter"
import { accountsQuerySchema, adjustmentSchema, mergeSchema } from "./accounts/validators"
import { createProgramSchema, updateProgramSchema } from "../../../validation/program"
import { liabilityQuerySchema } from "./reports/liability/validators"
import { simulationSchema } from "./simulations/validators"
import { statisticsQuerySchema } from "./statistics/validators"
import { feedQuerySchema } from "./transactions/validators"

const body = (matcher: string, schema: z.ZodObject): MiddlewareRoute => ({
  matcher: `/admin/loyalty/${matcher}`,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(schema)],
})

const query = (matcher: string, schema: z.ZodType): MiddlewareRoute => ({
  matcher: `/admin/loyalty/${matcher}`,
  methods: ["GET"],
  middlewares: [validateQuery(schema)],
})

export const adminLoyaltyMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/loyalty/*", middlewares: [refuseImpossibleIds] },
  query("programs", pageSchema),
  body("programs", createProgramSchema),
  body("programs/:id", updateProgramSchema),
  query("programs/:id/versions", pageSchema),
  body("simulations", simulationSchema),
  query("transactions", feedQuerySchema),
  query("wallets", pageSchema),
  query("accounts", accountsQuerySchema),
  query("accounts/:id/transactions", pageSchema),
  query("accounts/:id/lots", pageSchema),
  body("accounts/:id/adjustments", adjustmentSchema),
  body("accounts/:id/merge", mergeSchema),
  query("customers/:customer_id", walletQuerySchema),
  body("customers/:customer_id/claim-guest-orders", noBody),
  body("orders/:order_id/settle", noBody),
  query("statistics", statisticsQuerySchema),
  query("reports/liability", liabilityQuerySchema),
  body("audit", noBody),
]
