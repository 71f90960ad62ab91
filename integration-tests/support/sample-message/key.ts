/** A kind of message that only tests have. */
export const GREETING = "sample_greeting"

/** Subjects that begin so have nothing left to say when they are sent. */
export const NOTHING_TO_SAY = "nothing"
