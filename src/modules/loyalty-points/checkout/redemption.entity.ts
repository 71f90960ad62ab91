import { Column, Entity, PrimaryColumn } from "typeorm"

import type { RedemptionLine, RedemptionTarget } from "../../../domain/checkout/target"
import { bigintAsNumber } from "../database/columns"

export type RedemptionStatus = "requested" | "held" | "captured" | "released"

/** Points on one target: what the shopper requested and its outcome. */
@Entity("loyalty_redemption")
export class LoyaltyRedemption {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "bigint" })
  account_no!: string

  @Column({ type: "text" })
  target_type!: RedemptionTarget["type"]

  @Column({ type: "text" })
  target_id!: string

  @Column({ type: "text" })
  wallet!: string

  @Column({ type: "text", nullable: true })
  order_id!: string | null

  @Column({ type: "text" })
  customer_id!: string

  @Column({ type: "text" })
  status!: RedemptionStatus

  @Column({ type: "bigint", transformer: bigintAsNumber })
  points_requested!: number

  /** 0 until the points are held. */
  @Column({ type: "bigint", transformer: bigintAsNumber })
  points!: number

  /** Decimal string in major units; 0 until the points are held. */
  @Column({ type: "numeric" })
  discount!: string

  /** Lines paid by the unit; null when there are none. */
  @Column({ type: "jsonb", nullable: true })
  lines!: RedemptionLine[] | null

  @Column({ type: "text" })
  currency_code!: string

  @Column({ type: "text", nullable: true })
  program_id!: string | null

  @Column({ type: "integer", nullable: true })
  program_version!: number | null

  /** The attempt at completing the cart that holds the points; null on a draft order. */
  @Column({ type: "text", nullable: true })
  attempt!: string | null

  @Column({ type: "timestamptz", nullable: true })
  held_at!: Date | null

  @Column({ type: "timestamptz", nullable: true })
  ended_at!: Date | null

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "timestamptz" })
  updated_at!: Date
}
