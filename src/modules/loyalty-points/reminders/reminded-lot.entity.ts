import { Column, Entity, PrimaryColumn } from "typeorm"

import { bigintAsNumber } from "../database/columns"

/** The closest reminder of a lot's expiry. */
@Entity("loyalty_reminded_lot")
export class LoyaltyRemindedLot {
  @PrimaryColumn({ type: "bigint" })
  account_no!: string

  @PrimaryColumn({ type: "bigint", transformer: bigintAsNumber })
  lot_no!: number

  /** Days before expiry that the reminder stands for. */
  @Column({ type: "integer" })
  days!: number

  @Column({ type: "text" })
  reminder_id!: string
}
