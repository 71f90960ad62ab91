import type { Child } from "../lib/children"
import { logTail } from "../lib/medusa-log"
import { say } from "../lib/output"
import { isStopping } from "../lib/shutdown"
import type { Database } from "./database"

/** A process that should run until somebody stops it. */
export interface Running {
  /** Its name at the start of a sentence. */
  name: string
  process: Child
  /** Where to look for the reason when it ends. */
  logFile: string
}

/** The embedded PostgreSQL as one of them; an external database is not watched. */
export function runningDatabase(database: Database, logFile: string): Running[] {
  return database.process ? [{ name: "PostgreSQL", process: database.process, logFile }] : []
}

/**
 * Waits until one of the processes ends, which none should do on its own.
 *
 * @returns the exit code
 */
export async function untilOneEnds(processes: Running[], command: string): Promise<number> {
  const { name, logFile } = await Promise.race(processes.map(whenEnded))
  if (isStopping()) {
    return 0
  }
  say(`\n${name} stopped. The end of ${logFile}:\n${logTail(logFile)}`)
  say(`Run ${command} to start again; the data is kept.`)
  return 1
}

async function whenEnded(running: Running): Promise<Running> {
  await running.process.ended
  return running
}
