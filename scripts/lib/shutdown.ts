import { closeChildren } from "./children"
import { explain } from "./problem"

/** Two signals closer together than this count as one: npm forwards the Ctrl-C we already received. */
const SAME_SIGNAL_MS = 500
const SIGNALS: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"]

let requestedAt: number | undefined

/** Whether a signal asked us to stop. */
export function isStopping(): boolean {
  return requestedAt !== undefined
}

/**
 * Runs a program that starts child processes: however it ends (normally, by a failure, Ctrl-C or
 * SIGTERM), every child is stopped first. A second Ctrl-C kills the children at once.
 *
 * @param program returns the exit code
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

/** npm forwards signals to us, but if npm is killed we only notice a new parent process. */
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
