import { defineMiddlewares } from "@medusajs/framework/http"

import { adminLoyaltyMiddlewares } from "./admin/loyalty/middlewares"
import { promotionMiddlewares } from "./admin/promotions/middlewares"
import { storeCartPointsMiddlewares } from "./store/carts/[id]/loyalty-points/middlewares"
import { storeLoyaltyMiddlewares } from "./store/loyalty/middlewares"

export default defineMiddlewares({
  routes: [
    ...storeLoyaltyMiddlewares,
    ...storeCartPointsMiddlewares,
    ...adminLoyaltyMiddlewares,
    ...promotionMiddlewares,
  ],
})
