import { Column, Entity, PrimaryColumn } from "typeorm"

import type { ProgramRules } from "../../../domain/program/rules"
import { readRules } from "./kept-rules"

/** The rules from `created_at` on. Rows are written once. */
@Entity("loyalty_program_version")
export class LoyaltyProgramVersion {
  @PrimaryColumn({ type: "text" })
  program_id!: string

  @PrimaryColumn({ type: "integer" })
  version!: number

  @Column({ type: "text" })
  currency_code!: string

  @Column({ type: "text" })
  name!: string

  @Column({ type: "jsonb", transformer: { to: (rules: ProgramRules) => rules, from: readRules } })
  rules!: ProgramRules

  @Column({ type: "jsonb" })
  changes!: ProgramChanges

  @Column({ type: "text", nullable: true })
  actor_type!: string | null

  @Column({ type: "text", nullable: true })
  actor_id!: string | null

  @Column({ type: "timestamptz" })
  created_at!: Date
}

/** The old and new value of each changed field. */
export type ProgramChanges = Record<string, { from: RuleValue; to: RuleValue }>

type RuleValue = string | number | boolean | null
