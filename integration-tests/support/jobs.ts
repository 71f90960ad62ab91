import { told } from "../../scripts/test/environment"
import { runInside } from "./inside/errand"

/**
 * Runs a job of `src/jobs` by the name of its file, now, inside the shared store, and returns what
 * it reports.
 */
export function runJob<Report>(name: string): Promise<Report> {
  return runInside<Report>(told("inside"), "job", name)
}
