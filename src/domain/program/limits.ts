/** Beyond these, rules and requests make no sense and their products would not stay exact. */
export const LIMITS = {
  POINTS: 1_000_000_000_000,
  MONEY: 10_000_000_000,
  RATE: 100_000,
  DAYS: 36_500,
} as const

/** The maximum length of an adjustment's reason. */
export const REASON_LENGTH = 500
