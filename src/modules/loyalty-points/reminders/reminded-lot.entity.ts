import { Column, Entity, PrimaryColumn } from "typeorm"

import { bigintAsNumber } from "../database/columns"

/** The last reminder of a lot's expiry, which is the closest to it. */
@Entity("loyalty_reminded_lot")
export class LoyaltyRemindedLot {
  @PrimaryColumn({ type: "bigint" })
  account_no!: string

  @PrimaryColumn({ type: "bigint", transformer: bigintAsNumber })
  lot_no!: number

  /** Days before expiry for which the reminder was due. */
  @Column({ type: "integer" })
  days!: number

  @Column({ type: "text" })
  reminder_id!: string
}
