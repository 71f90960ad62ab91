import type { RedemptionLine, RedemptionTarget } from "../../../domain/checkout/target"
import type { LoyaltyRedemption, RedemptionStatus } from "./redemption.entity"

export type LoyaltyRedemptionDTO = {
  id: string
  /** The cart; null on a draft order. */
  cart_id: string | null
  target: RedemptionTarget
  wallet: string
  order_id: string | null
  customer_id: string
  status: RedemptionStatus
  points_requested: number
  points: number
  /** Major units. */
  discount: number
  /** Lines paid by the unit, whose points are part of `points`; null when there are none. */
  lines: RedemptionLine[] | null
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
    cart_id: row.target_type === "cart" ? row.target_id : null,
    target: { type: row.target_type, id: row.target_id },
    wallet: row.wallet,
    order_id: row.order_id,
    customer_id: row.customer_id,
    status: row.status,
    points_requested: Number(row.points_requested),
    points: Number(row.points),
    discount: Number(row.discount),
    lines: row.lines,
    currency_code: row.currency_code,
  }
}
