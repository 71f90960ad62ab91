import { testVariable } from "../../scripts/test/environment"
import { callInside } from "./inside/call"
import type { HeardEvent } from "./inside/store"

/** From now on the shared store's events can be asked for. */
export function listenToStore(): Promise<void> {
  return callInside(testVariable("inside"), "listen")
}

/** All of the shared store's events since it was listened to. */
export function heardInStore(): Promise<HeardEvent[]> {
  return callInside(testVariable("inside"), "heard")
}

/** The shared store's events of a name about one customer, oldest first. */
export async function eventsOf(
  name: string,
  { id }: { id: string }
): Promise<Record<string, unknown>[]> {
  const events = await heardInStore()
  return events
    .filter((event) => event.name === name && event.data.customer_id === id)
    .map(({ data }) => data)
}
