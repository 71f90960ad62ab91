/** The message kind of reminders; a message's subject is its reminder. */
export const REMINDER_KIND = "reminder"

/** A place among the accounts by next expiry. `expiry` is text: a Date would lose microseconds. */
export type ReminderPlace = Readonly<{ expiry: string; no: string }>

/** Before every account. */
export const FIRST_REMINDER_PLACE: ReminderPlace = { expiry: "-infinity", no: "0" }

/** An open lot that expires soon enough for a reminder. */
export type ExpiringLot = {
  no: string
  expires_at: Date
  /** The fewest days before expiry at which its owner was reminded; null: never. */
  reminded_days: number | null
}

/** An account with points that expire soon, whose customer wants reminders. */
export type ExpiringAccount = {
  no: string
  id: string
  customer_id: string
  lots: ExpiringLot[]
}

/** `next` is where the next page starts; null when no account is left. */
export type ExpiringPage = { accounts: ExpiringAccount[]; next: ReminderPlace | null }

/** Points of a reminder that are still there. `program_id`: the program they were earned under. */
export type RemindedPoints = {
  /** The code of their wallet, the same for a whole reminder. */
  wallet: string
  points: number
  expires_at: Date
  program_id: string | null
}
