/** The outcome of a notification. `unsendable`: no provider serves its channel. */
export type Delivery = "sent" | "failed" | "unsendable"

/** The outcome of a message; `failed` ones are retried. */
export type SendingStatus = "sent" | "dropped" | "failed" | "given_up"

/**
 * How soon messages of a kind go out: `daily` in their own run, `prompt` within minutes of being
 * written.
 */
export type Pace = "daily" | "prompt"

const HOUR_MS = 60 * 60 * 1000

/** How long a message belongs to the run that took it. */
export const LEASE_MS = HOUR_MS

/** A message is given up after this many failures. */
const MOST_ATTEMPTS = 5

/** Short enough that the next daily run does not miss a waiting message. */
const LONGEST_WAIT_MS = 20 * HOUR_MS

/**
 * A message's outcome after a delivery, and how often it has failed so far. `announced`: only its event
 * was to be emitted.
 *
 * @param attempts how often it had failed before
 */
export function afterDelivery(
  delivery: Delivery | "announced",
  attempts: number
): { status: SendingStatus; attempts: number } {
  if (delivery === "sent") {
    return { status: "sent", attempts }
  }
  if (delivery !== "failed") {
    return { status: "dropped", attempts }
  }
  const failed = attempts + 1
  return { status: failed < MOST_ATTEMPTS ? "failed" : "given_up", attempts: failed }
}

/**
 * Milliseconds from a failure to the next attempt. Daily messages are retried in every run. Prompt ones
 * wait four times as long each time, so none is lost if a provider is down for an afternoon.
 *
 * @param attempts how often the message has failed, including this time
 */
export function waitAfterFailure(pace: Pace, attempts: number): number {
  return pace === "daily" ? HOUR_MS : Math.min(HOUR_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS)
}
