import {
  authenticate,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import * as cartQueryConfig from "@medusajs/medusa/api/store/carts/query-config"
import { StoreGetCartsCart } from "@medusajs/medusa/api/store/carts/validators"

import { applyPointsSchema } from "../../../../shared/points-field"
import { refuseImpossibleIds } from "../../../../shared/validate"

const MATCHER = "/store/carts/:id/loyalty-points"

/** The answer's cart has Medusa's own fields, and takes Medusa's `fields` parameter. */
const cartFields = () =>
  validateAndTransformQuery(StoreGetCartsCart, cartQueryConfig.retrieveTransformQueryConfig)

export const storeCartPointsMiddlewares: MiddlewareRoute[] = [
  { matcher: MATCHER, middlewares: [refuseImpossibleIds] },
  {
    matcher: MATCHER,
    methods: ["GET"],
    middlewares: [authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })],
  },
  {
    matcher: MATCHER,
    methods: ["POST"],
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateAndTransformBody(applyPointsSchema),
      cartFields(),
    ],
  },
  {
    matcher: MATCHER,
    methods: ["DELETE"],
    middlewares: [authenticate("customer", ["session", "bearer"]), cartFields()],
  },
]
