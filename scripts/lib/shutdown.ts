import { closeChildren } from "./children"
import { explain } from "./problem"

/** Two signals closer than this are one: npm passes on the Ctrl-C that we got from the terminal. */
const SAME_SIGNAL_MS = 500
const SIGNALS: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"]

let requestedAt: number | undefined

/** Whether a signal asked us to stop. */
export function isStopping(): boolean {
  return requestedAt !== undefined
}

/**
 * Runs a program that starts child processes: whatever ends it (its own end, a failure, Ctrl-C,
 * SIGTERM), every child is stopped first. A second Ctrl-C ends the children at once.
 *
 * @param program answers with the exit code
 * @param codeOnSignal the exit code when a signal ended it
 */
export async function supervise(
  program: () => Promise<number>,
  codeOnSignal: number
): Promise<never> {
  SIGNALS.forEach((signal) => process.on(signal, onSignal))
  watchNpm()
  let code = 1
  try {
    code = await program()
  } catch (error) {
    if (!isStopping()) {
      console.error(`\n${explain(error)}`)
    }
  }
  await closeChildren()
  process.exit(isStopping() ? codeOnSignal : code)
}

/** npm passes signals on to us, but its own violent end reaches us only as a new parent. */
function watchNpm(): void {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    setInterval(
      () => process.ppid !== parent && requestedAt === undefined && onSignal(),
      500
    ).unref()
  }
}

function onSignal(): void {
  const now = performance.now()
  if (requestedAt === undefined) {
    requestedAt = now
    console.log("\nStopping …")
    void closeChildren()
  } else if (now - requestedAt > SAME_SIGNAL_MS) {
    process.exit(1)
  }
}
