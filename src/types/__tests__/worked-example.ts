import type { HttpLoyaltyProgram, HttpPublicLoyaltyProgram } from "../http"

/** The program of the worked example, as a shopper's browser sees it. */
export const PUBLIC_PROGRAM: HttpPublicLoyaltyProgram = {
  id: "lprog_1",
  currency_code: "pln",
  name: "Points",
  is_enabled: true,
  points_per_currency_unit: 10,
  point_value: 0.01,
  minimum_balance: 5000,
  minimum_order_total: 400,
  maximum_discount: 500,
  maximum_discount_percent: null,
  validity_days: 365,
  earn_on: "order_completed",
  pending_days: 0,
  fixed_expiry: null,
  fixed_expiry_minimum_days: 0,
  earning_basis: "total",
  rounding: "floor",
  combine_with_promotions: true,
}

/** The same, as the merchant's dashboard sees it. */
export const PROGRAM: HttpLoyaltyProgram = {
  ...PUBLIC_PROGRAM,
  clawback_policy: "allow_negative",
  version: 1,
  created_at: "2026-01-01T00:00:00.000Z",
  updated_at: "2026-01-01T00:00:00.000Z",
}
