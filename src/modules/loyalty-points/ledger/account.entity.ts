import { Column, Entity, PrimaryGeneratedColumn } from "typeorm"

import { bigintAsNumber } from "../database/columns"

/** One per customer and wallet. `no` is the narrow internal key, `id` the public one. */
@Entity("loyalty_account")
export class LoyaltyAccount {
  @PrimaryGeneratedColumn({ type: "bigint" })
  no!: string

  @Column({ type: "text" })
  id!: string

  @Column({ type: "text" })
  customer_id!: string

  @Column({ type: "text" })
  wallet!: string

  /** Below zero: a debt that the next credits cover first. */
  @Column({ type: "bigint", transformer: bigintAsNumber })
  balance!: number

  /** Points held for carts that are being completed and for draft orders. */
  @Column({ type: "bigint", transformer: bigintAsNumber })
  held!: number

  /** Earned but not yet spendable, as of the last operation. */
  @Column({ type: "bigint", transformer: bigintAsNumber })
  pending!: number

  /** Number of transactions. */
  @Column({ type: "bigint", transformer: bigintAsNumber })
  version!: number

  @Column({ type: "bigint", transformer: bigintAsNumber })
  lifetime_earned!: number

  @Column({ type: "bigint", transformer: bigintAsNumber })
  lifetime_redeemed!: number

  @Column({ type: "timestamptz", nullable: true })
  next_expiry!: Date | null

  @Column({ type: "timestamptz", nullable: true })
  next_available!: Date | null

  /** Whether the customer wants to be reminded of expiring points. */
  @Column({ type: "boolean" })
  expiry_reminders!: boolean

  /** When its customer was deleted, or it was merged into another account. */
  @Column({ type: "timestamptz", nullable: true })
  closed_at!: Date | null

  /** The account that everything on this one moves to. */
  @Column({ type: "bigint", nullable: true })
  merged_into!: string | null

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "timestamptz" })
  updated_at!: Date
}
