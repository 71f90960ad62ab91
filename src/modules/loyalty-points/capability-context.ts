import type { DataSource } from "typeorm"

import type { OnClose, OnMerge } from "./account-life"
import type { Clock } from "./clock"
import type { LoyaltyPointsOptions } from "./options"

/** What the module is made with. */
export type ModuleContext = {
  dataSource: DataSource
  now: Clock
  options: LoyaltyPointsOptions
}

/** What a capability's store works with: also what all capabilities do in a merge and a closing. */
export type CapabilityContext = ModuleContext & {
  onMerge: readonly OnMerge[]
  onClose: readonly OnClose[]
}
