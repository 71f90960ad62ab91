import { Column, Entity, PrimaryColumn } from "typeorm"

import { bigintAsNumber } from "../database/columns"

/** A line of the append-only journal. Only the ledger's functions write it. */
@Entity("loyalty_transaction")
export class LoyaltyTransaction {
  @PrimaryColumn({ type: "bigint" })
  account_no!: string

  @PrimaryColumn({ type: "bigint", transformer: bigintAsNumber })
  version!: number

  @Column({ type: "text" })
  kind!: string

  @Column({ type: "bigint", transformer: bigintAsNumber })
  points!: number

  @Column({ type: "bigint", transformer: bigintAsNumber })
  balance_after!: number

  @Column({ type: "text", nullable: true })
  source_type!: string | null

  @Column({ type: "text", nullable: true })
  source_id!: string | null

  @Column({ type: "text", nullable: true })
  program_id!: string | null

  @Column({ type: "integer", nullable: true })
  program_version!: number | null

  @Column({ type: "bigint", array: true })
  lot_nos!: string[]

  @Column({ type: "bigint", array: true })
  lot_points!: string[]

  @Column({ type: "timestamptz", nullable: true })
  expires_at!: Date | null

  @Column({ type: "text", nullable: true })
  idempotency_key!: string | null

  @Column({ type: "uuid", nullable: true })
  input_hash!: string | null

  @Column({ type: "text", nullable: true })
  reason!: string | null

  @Column({ type: "text", nullable: true })
  actor_type!: string | null

  @Column({ type: "text", nullable: true })
  actor_id!: string | null

  @Column({ type: "jsonb", nullable: true })
  details!: Record<string, unknown> | null

  @Column({ type: "timestamptz" })
  occurred_at!: Date

  @Column({ type: "timestamptz" })
  created_at!: Date
}
