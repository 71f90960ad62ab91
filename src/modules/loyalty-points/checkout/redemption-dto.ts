import type { LoyaltyRedemption, RedemptionStatus } from "./redemption.entity"

export type LoyaltyRedemptionDTO = {
  id: string
  cart_id: string
  order_id: string | null
  customer_id: string
  status: RedemptionStatus
  points_requested: number
  points: number
  /** Major units. */
  discount: number
  currency_code: string
}

/** The entity, or the same row as node-pg returns it. */
export type RedemptionRow = Omit<LoyaltyRedemption, "points_requested" | "points"> & {
  points_requested: number | string
  points: number | string
}

export function toRedemption(row: RedemptionRow): LoyaltyRedemptionDTO {
  return {
    id: row.id,
    cart_id: row.cart_id,
    order_id: row.order_id,
    customer_id: row.customer_id,
    status: row.status,
    points_requested: Number(row.points_requested),
    points: Number(row.points),
    discount: Number(row.discount),
    currency_code: row.currency_code,
  }
}
