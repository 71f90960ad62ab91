import { defineCapability } from "../capability"
import { forgetCustomerOnClose, releaseRequestsOnMerge } from "./account-life"
import { REDEMPTION_INVARIANTS } from "./invariants"
import { REDEMPTIONS } from "./queried"
import { RedemptionStore } from "./redemption-store"
import { LoyaltyRedemption } from "./redemption.entity"

/** Points requested on carts and draft orders. */
export const redemptions = defineCapability({
  key: "redemptions",
  create: ({ dataSource, now }) => new RedemptionStore(dataSource, now),
  entities: [LoyaltyRedemption],
  queried: [REDEMPTIONS],
  invariants: REDEMPTION_INVARIANTS,
  onMerge: releaseRequestsOnMerge,
  onClose: forgetCustomerOnClose,
})
