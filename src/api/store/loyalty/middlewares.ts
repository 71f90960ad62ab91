import { authenticate, validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noBody, pageSchema, validateQuery } from "../../shared/validate"
import { walletQuerySchema } from "../../shared/wallet-parameter"
import { updateAccountSchema } from "./account/validators"
import { transactionsQuerySchema } from "./transactions/validators"

const authenticateCustomer = () => authenticate("customer", ["session", "bearer"])

export const storeLoyaltyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/loyalty/programs",
    methods: ["GET"],
    middlewares: [validateQuery(pageSchema)],
  },
  {
    matcher: "/store/loyalty/wallets",
    methods: ["GET"],
    middlewares: [validateQuery(pageSchema)],
  },
  {
    matcher: "/store/loyalty/account",
    methods: ["GET"],
    middlewares: [authenticateCustomer(), validateQuery(walletQuerySchema)],
  },
  {
    matcher: "/store/loyalty/account",
    methods: ["POST"],
    middlewares: [authenticateCustomer(), validateAndTransformBody(updateAccountSchema)],
  },
  {
    matcher: "/store/loyalty/guest-orders",
    methods: ["POST"],
    middlewares: [authenticateCustomer(), validateAndTransformBody(noBody)],
  },
  {
    matcher: "/store/loyalty/transactions",
    methods: ["GET"],
    middlewares: [authenticateCustomer(), validateQuery(transactionsQuerySchema)],
  },
]
