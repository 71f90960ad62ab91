/** What a message is about, and whose it is. `subject_id` is unique and permanent within its kind. */
export type MessageSubject = { subject_id: string; account_no: string }

/** The current recipient of a message. */
export type Addressee = { account_id: string; customer_id: string }

/** A message that belongs to one run until its lease ends. */
export type TakenMessage = MessageSubject &
  Addressee & {
    id: string
    kind: string
    /** How often sending it definitely failed. */
    attempts: number
  }
