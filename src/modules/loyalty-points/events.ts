/** Events on Medusa's bus. All are emitted after the commit of what they tell. */
export const LoyaltyEvents = {
  POINTS_EARNED: "loyalty.points_earned",
  POINTS_REDEEMED: "loyalty.points_redeemed",
  POINTS_REFUNDED: "loyalty.points_refunded",
  POINTS_REVERSED: "loyalty.points_reversed",
  POINTS_EXPIRED: "loyalty.points_expired",
  POINTS_EXPIRING: "loyalty.points_expiring",
  PROGRAM_UPDATED: "loyalty.program_updated",
} as const
