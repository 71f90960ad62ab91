import { accountRoutes } from "./accounts"
import { orderRoutes } from "./orders"
import { programRoutes } from "./programs"
import { reportRoutes } from "./reports"
import type { ApiRoute } from "./route"
import { storeRoutes } from "./store"

/** Every route of the plugin, in the order of the reference. */
export const ROUTES: readonly ApiRoute[] = [
  ...storeRoutes,
  ...programRoutes,
  ...accountRoutes,
  ...orderRoutes,
  ...reportRoutes,
]
