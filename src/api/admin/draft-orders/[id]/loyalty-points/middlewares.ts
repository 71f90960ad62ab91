import { validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import * as draftQueryConfig from "@medusajs/medusa/api/admin/draft-orders/query-config"
import { AdminGetDraftOrderParams } from "@medusajs/medusa/api/admin/draft-orders/validators"

import { applyPointsSchema } from "../../../../shared/points-field"
import { refuseImpossibleIds } from "../../../../shared/validate"

const MATCHER = "/admin/draft-orders/:id/loyalty-points"

/** The answer's draft has Medusa's own fields, and takes Medusa's `fields` parameter. */
const draftFields = () =>
  validateAndTransformQuery(AdminGetDraftOrderParams, draftQueryConfig.retrieveTransformQueryConfig)

export const draftOrderPointsMiddlewares: MiddlewareRoute[] = [
  { matcher: MATCHER, middlewares: [refuseImpossibleIds] },
  {
    matcher: MATCHER,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(applyPointsSchema), draftFields()],
  },
  { matcher: MATCHER, methods: ["DELETE"], middlewares: [draftFields()] },
]
