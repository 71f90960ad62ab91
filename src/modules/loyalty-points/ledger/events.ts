export const ledgerEvents = {
  POINTS_EARNED: "loyalty.points_earned",
  POINTS_REDEEMED: "loyalty.points_redeemed",
  POINTS_REFUNDED: "loyalty.points_refunded",
  POINTS_REVERSED: "loyalty.points_reversed",
  POINTS_EXPIRED: "loyalty.points_expired",
  POINTS_ADJUSTED: "loyalty.points_adjusted",
  BONUS_GIVEN: "loyalty.bonus_given",
  POINTS_MERGED: "loyalty.points_merged",
} as const
