import { Column, Entity, PrimaryColumn } from "typeorm"

import type { ProgramRules } from "../../../domain/program/rules"
import { bigintAsNumber } from "../database/columns"

/** The rules for one currency. Decimals are strings, as in the domain. */
@Entity("loyalty_program")
export class LoyaltyProgram implements ProgramRules {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "text" })
  currency_code!: string

  @Column({ type: "text" })
  name!: string

  @Column({ type: "boolean" })
  is_enabled!: boolean

  @Column({ type: "numeric" })
  points_per_currency_unit!: string

  @Column({ type: "numeric" })
  point_value!: string

  @Column({ type: "bigint", transformer: bigintAsNumber })
  minimum_balance!: number

  @Column({ type: "numeric" })
  minimum_order_total!: string

  @Column({ type: "numeric", nullable: true })
  maximum_discount!: string | null

  @Column({ type: "numeric", nullable: true })
  maximum_discount_percent!: string | null

  @Column({ type: "integer", nullable: true })
  validity_days!: number | null

  @Column({ type: "text" })
  earn_on!: ProgramRules["earn_on"]

  @Column({ type: "integer" })
  pending_days!: number

  @Column({ type: "text" })
  earning_basis!: ProgramRules["earning_basis"]

  @Column({ type: "text" })
  rounding!: ProgramRules["rounding"]

  @Column({ type: "boolean" })
  combine_with_promotions!: boolean

  @Column({ type: "text" })
  clawback_policy!: ProgramRules["clawback_policy"]

  @Column({ type: "integer" })
  version!: number

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "timestamptz" })
  updated_at!: Date

  @Column({ type: "timestamptz", nullable: true })
  deleted_at!: Date | null
}
