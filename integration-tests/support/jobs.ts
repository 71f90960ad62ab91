import { testVariable } from "../../scripts/test/environment"
import { callInside } from "./inside/call"

/**
 * Runs a job of `src/jobs` by the name of its file, now, inside the shared store, and returns what
 * it reports.
 */
export function runJob<Report>(name: string): Promise<Report> {
  return callInside<Report>(testVariable("inside"), "job", name)
}
