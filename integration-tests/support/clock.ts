import { rmSync, writeFileSync } from "node:fs"
import { told } from "../../scripts/test/environment"

const DAY_IN_MS = 24 * 60 * 60 * 1000

/** The plugin in the shared store is this many days ahead from now on; Medusa itself is not. */
export function moveClock(days: number): void {
  writeFileSync(told("clock"), String(days * DAY_IN_MS))
}

/** The shared store's clock is right again; a spec that moved it says so in `afterEach`. */
export function resetClock(): void {
  rmSync(told("clock"), { force: true })
}
