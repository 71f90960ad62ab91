import { Child } from "../lib/children"
import { ROOT } from "../lib/files"
import { logTail } from "../lib/medusa-log"
import { say } from "../lib/output"
import { runJest, type Count } from "./jest"
import type { Workshop } from "./workshop"

/** One part of `npm test`. */
export interface Stage {
  name: string
  /** What it checks. */
  title: string
  /** Takes as long as several others together: begins before them. */
  isLong?: true
  run(workshop: Workshop, args: string[]): Promise<Count>
}

/** All stages, the quick ones first. */
export const STAGES: Stage[] = [
  npmStage("lint", "lint and format", "lint"),
  npmStage("types", "types", "typecheck"),
  npmStage("package", "the built plugin, and what it weighs in a browser", "sizes"),
  {
    name: "unit",
    title: "rules and properties, without a database",
    run: ({ folder }, args) => runJest({ project: "unit", args, env: {}, folder, inBand: false }),
  },
  {
    name: "ledger",
    title: "migrations, concurrency and the ledger on PostgreSQL",
    run: async (workshop, args) =>
      runJest({
        project: "ledger",
        args,
        env: await workshop.databaseEnvironment(),
        folder: workshop.folder,
        inBand: true,
      }),
  },
  {
    name: "http",
    title: "a running store over HTTP",
    isLong: true,
    run: async (workshop, args) => {
      const env = await workshop.storeEnvironment()
      const { folder } = workshop
      const count = await runJest({ project: "http", args, env, folder, inBand: true })
      if (count.failed > 0) {
        say(`The end of the store's log:\n${logTail(workshop.storeLog)}`)
      }
      return count
    },
  },
  {
    name: "store",
    title: "stores that are booted, killed and started again",
    run: async (workshop, args) =>
      runJest({
        project: "store",
        args,
        env: await workshop.templateEnvironment(),
        folder: workshop.folder,
        inBand: true,
      }),
  },
  {
    name: "browser",
    title: "the dashboard and the demo shop in Chromium",
    run: async (workshop, args) => {
      const { env, logFile } = await workshop.browserEnvironment()
      const { folder } = workshop
      const count = await runJest({ project: "browser", args, env, folder, inBand: true })
      if (count.failed > 0) {
        say(`The end of the store's log:\n${logTail(logFile)}`)
      }
      return count
    },
  },
]

/** A stage that is an npm script; it counts only when it fails. */
function npmStage(name: string, title: string, script: string): Stage {
  return {
    name,
    title,
    run: async () => {
      const npm = await Child.start("npm", ["run", "--silent", script], {
        cwd: ROOT,
        shows: () => true,
      })
      const { code } = await npm.ended
      return { passed: 0, failed: code === 0 ? 0 : 1 }
    },
  }
}
