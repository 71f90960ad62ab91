import { Module } from "@medusajs/framework/utils"

import { generateMigration, revertMigration, runMigrations } from "./database/migrate"
import { LOYALTY_POINTS_MODULE } from "./key"
import connect from "./loaders/connect"
import LoyaltyPointsModuleService from "./service"

export { LOYALTY_POINTS_MODULE } from "./key"

const loyaltyPointsModule = Module(LOYALTY_POINTS_MODULE, {
  service: LoyaltyPointsModuleService,
  loaders: [connect],
})

export default {
  ...loyaltyPointsModule,
  runMigrations,
  revertMigration,
  generateMigration,
}
