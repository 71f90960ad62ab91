import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * claimed: a run is about to send it, or was cut off while it did · failed: will be tried again ·
 * sent · dropped: there was nothing left to say, or nobody to send it · given_up: failed too often.
 */
export type ReminderStatus = "claimed" | "failed" | "sent" | "dropped" | "given_up"

/** A message to a customer about points that will expire. */
@Entity("loyalty_reminder")
export class LoyaltyReminder {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "bigint" })
  account_no!: string

  @Column({ type: "text" })
  status!: ReminderStatus

  /** How often sending it failed for certain. */
  @Column({ type: "integer" })
  attempts!: number

  /** Until when it belongs to the run that claimed it, or when it may be tried again. */
  @Column({ type: "timestamptz" })
  leased_until!: Date

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "timestamptz" })
  updated_at!: Date
}
