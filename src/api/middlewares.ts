import { defineMiddlewares } from "@medusajs/framework/http"

import { draftOrderPointsMiddlewares } from "./admin/draft-orders/[id]/loyalty-points/middlewares"
import { adminLoyaltyMiddlewares } from "./admin/loyalty/middlewares"
import { promotionMiddlewares } from "./admin/promotions/middlewares"
import { storeCartPointsMiddlewares } from "./store/carts/[id]/loyalty-points/middlewares"
import { storeLoyaltyMiddlewares } from "./store/loyalty/middlewares"
import { storeOrderMiddlewares } from "./store/orders/middlewares"

export default defineMiddlewares({
  routes: [
    ...storeLoyaltyMiddlewares,
    ...storeCartPointsMiddlewares,
    ...storeOrderMiddlewares,
    ...adminLoyaltyMiddlewares,
    ...draftOrderPointsMiddlewares,
    ...promotionMiddlewares,
  ],
})
