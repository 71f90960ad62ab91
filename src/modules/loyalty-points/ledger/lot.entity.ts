import { Column, Entity, PrimaryColumn } from "typeorm"

import { bigintAsNumber } from "../database/columns"

/** Points credited together. `no` is the version of the transaction that opened it. */
@Entity("loyalty_lot")
export class LoyaltyLot {
  @PrimaryColumn({ type: "bigint" })
  account_no!: string

  @PrimaryColumn({ type: "bigint", transformer: bigintAsNumber })
  no!: number

  @Column({ type: "bigint", transformer: bigintAsNumber })
  points!: number

  @Column({ type: "bigint", transformer: bigintAsNumber })
  remaining!: number

  @Column({ type: "boolean" })
  open!: boolean

  @Column({ type: "timestamptz" })
  available_at!: Date

  @Column({ type: "timestamptz", nullable: true })
  expires_at!: Date | null

  @Column({ type: "timestamptz" })
  created_at!: Date
}
