import { Column, Entity, PrimaryColumn } from "typeorm"

/** The program of one currency. Its rules are those of its current version. */
@Entity("loyalty_program")
export class LoyaltyProgram {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "text" })
  currency_code!: string

  @Column({ type: "text" })
  name!: string

  @Column({ type: "integer" })
  version!: number

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "timestamptz" })
  updated_at!: Date

  @Column({ type: "timestamptz", nullable: true })
  deleted_at!: Date | null
}
