import { Column, Entity, PrimaryColumn } from "typeorm"

import type { SendingStatus } from "../../../domain/messages/sending"

/**
 * waiting: to be sent, by the run that took it until `leased_until`, by any other after that ·
 * failed: will be tried again at `leased_until` · sent · dropped: there was nothing left to say, or
 * nobody to say it to · given_up: failed too often.
 */
export type MessageStatus = "waiting" | SendingStatus

/** A message to a customer. Of a kind there is one about each subject. */
@Entity("loyalty_message")
export class LoyaltyMessage {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "text" })
  kind!: string

  /** What it is about: a reminder, an award, a voucher. Unique within its kind. */
  @Column({ type: "text" })
  subject_id!: string

  @Column({ type: "bigint" })
  account_no!: string

  @Column({ type: "text" })
  status!: MessageStatus

  /** How often sending it failed for certain. */
  @Column({ type: "integer" })
  attempts!: number

  @Column({ type: "timestamptz" })
  leased_until!: Date

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "timestamptz" })
  updated_at!: Date
}
