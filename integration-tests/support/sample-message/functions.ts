import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import type * as Sending from "./sending"

type Subject = { account_id: string; subject_id: string }

/** What code inside a store does with the sample kind of message. */
export const greetingFunctions = {
  /** Writes a greeting to an account; says whether it is new. */
  greet: async (subject: Subject) => sending().greet(await container(), subject),
  /** Sends what waits, in as many runs at once as said, through a channel. */
  sendGreetings: async (how: { runs?: number; channel?: string | null }) =>
    sending().sendGreetings(await container(), how),
  /** Takes what waits, and has each of it told by as many runs as said, as if leases meant nothing. */
  tellAtOnce: async (runs: number) => sending().tellAtOnce(await container(), runs),
}

async function container(): Promise<MedusaContainer> {
  return (await import("@medusajs/framework")).container
}

/** Loads workflows, which the store does first. */
function sending() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- when its turn comes
  return require(path.join(__dirname, "sending")) as typeof Sending
}
