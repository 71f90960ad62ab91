import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { settleOrderWorkflow } from "../../../workflows/settlement/settle-order"

/**
 * Medusa tells nobody that an order was handed over. A guest's order that a member took over with
 * the code from its e-mail is theirs, so it is settled once the answer is sent.
 */
function settleAfterTransfer(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const order_id = req.params.id as string
  res.on("finish", () => {
    if (res.statusCode === 200) {
      void settleOrder(req, order_id)
    }
  })
  next()
}

async function settleOrder(req: MedusaRequest, order_id: string): Promise<void> {
  try {
    await settleOrderWorkflow(req.scope).run({ input: { order_id } })
  } catch (error) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`loyalty points: transferred order ${order_id} could not be settled`, error as Error)
  }
}

export const storeOrderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/orders/:id/transfer/accept",
    methods: ["POST"],
    middlewares: [settleAfterTransfer],
  },
]
