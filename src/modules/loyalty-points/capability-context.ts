import type { DataSource } from "typeorm"

import type { Clock } from "./clock"
import type { LoyaltyPointsOptions } from "./options"

/** What a capability's store works with. */
export type CapabilityContext = {
  dataSource: DataSource
  now: Clock
  options: LoyaltyPointsOptions
}
