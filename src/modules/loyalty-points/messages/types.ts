/** What a message is about, and whose. `subject_id` names it within its kind, once and for all. */
export type MessageSubject = { subject_id: string; account_no: string }

/** Whom a message goes to now. */
export type Addressee = { account_id: string; customer_id: string }

/** A message that belongs to one run until its lease ends. */
export type TakenMessage = MessageSubject &
  Addressee & {
    id: string
    kind: string
    /** How often sending it failed for certain. */
    attempts: number
  }
