import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { isPointsCode } from "../../../domain/checkout/adjustment-code"

/** A promotion with the code of our adjustments would be applied for free wherever points are. */
function refusePointsCode(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const code = (req.body as { code?: unknown } | undefined)?.code
  if (typeof code === "string" && isPointsCode(code)) {
    return next(
      new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `code: "${code}" is reserved for orders paid with loyalty points; choose another`
      )
    )
  }
  next()
}

export const promotionMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/promotions", methods: ["POST"], middlewares: [refusePointsCode] },
  { matcher: "/admin/promotions/:id", methods: ["POST"], middlewares: [refusePointsCode] },
]
