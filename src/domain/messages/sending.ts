/** What became of a notification. `unsendable`: no provider serves its channel. */
export type Delivery = "sent" | "failed" | "unsendable"

/** How a message ends, or `failed`: it will be tried again. */
export type SendingStatus = "sent" | "dropped" | "failed" | "given_up"

/**
 * How soon messages of a kind go out: `daily` by a run of their own, `prompt` within minutes of
 * being written.
 */
export type Pace = "daily" | "prompt"

const HOUR_MS = 60 * 60 * 1000

/** How long a message belongs to the run that took it. */
export const LEASE_MS = HOUR_MS

/** A message that failed so often is given up. */
const MOST_ATTEMPTS = 5

/** No wait is so long that a daily run would pass it over. */
const LONGEST_WAIT_MS = 20 * HOUR_MS

/**
 * How a message ends after a delivery, with how often it has failed by now. `announced`: only its
 * event was meant to be emitted.
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
 * Milliseconds from a failure to the next attempt. Daily messages are tried in each run. Prompt ones
 * wait four times as long each time: a provider that is down for an afternoon loses none.
 *
 * @param attempts how often the message has failed, this time included
 */
export function waitAfterFailure(pace: Pace, attempts: number): number {
  return pace === "daily" ? HOUR_MS : Math.min(HOUR_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS)
}
