import { Column, Entity, PrimaryColumn } from "typeorm"

/** A table of the sample capability. */
@Entity({ name: "loyalty_greeting" })
export class LoyaltyGreeting {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "text" })
  customer_id!: string

  @Column({ type: "integer" })
  times!: number
}
