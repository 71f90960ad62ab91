import { Column, Entity, PrimaryColumn } from "typeorm"

import type { SendingStatus } from "../../../domain/messages/sending"

/**
 * waiting: to be sent, until `leased_until` by the run that took it, then by any run · failed: will be
 * retried at `leased_until` · sent · dropped: nothing left to say, or no recipient · given_up: failed
 * too often.
 */
export type MessageStatus = "waiting" | SendingStatus

/** A message to a customer. Each subject has at most one of each kind. */
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

  /** How often sending it definitely failed. */
  @Column({ type: "integer" })
  attempts!: number

  @Column({ type: "timestamptz" })
  leased_until!: Date

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "timestamptz" })
  updated_at!: Date
}
