import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"

import { pageSchema, validateQuery } from "../../shared/validate"

const authenticateCustomer = () => authenticate("customer", ["session", "bearer"])

export const storeLoyaltyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/loyalty/programs",
    methods: ["GET"],
    middlewares: [validateQuery(pageSchema)],
  },
  {
    matcher: "/store/loyalty/account",
    methods: ["GET"],
    middlewares: [authenticateCustomer()],
  },
  {
    matcher: "/store/loyalty/transactions",
    methods: ["GET"],
    middlewares: [authenticateCustomer(), validateQuery(pageSchema)],
  },
]
