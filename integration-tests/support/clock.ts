import { rmSync, writeFileSync } from "node:fs"
import { DAY_IN_MS } from "../../src/domain/shared/day"
import { testVariable } from "../../scripts/test/environment"

/** The plugin in the shared store is this many days ahead from now on; Medusa itself is not. */
export function moveClock(days: number): void {
  writeFileSync(testVariable("clock"), String(days * DAY_IN_MS))
}

/** The shared store's clock is right again; a spec that moved it says so in `afterEach`. */
export function resetClock(): void {
  rmSync(testVariable("clock"), { force: true })
}
