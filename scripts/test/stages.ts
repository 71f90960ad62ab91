import { logTail } from "../lib/medusa-log"
import { say } from "../lib/output"
import { runJest, type Count, type JestRun } from "./jest"
import { runProgram } from "./program"
import { PLUGIN_SOURCES } from "./consumer/tarball"
import { VERSION_VARIABLE } from "./consumer/template"
import { byScript, pureStage } from "./pure-stage"
import type { Stage } from "./stage"

/** The inputs of a store that installs the packed plugin, and the tests that use it. */
const PACKED_SOURCES = [
  ...PLUGIN_SOURCES,
  ...["jest.config.ts", "README.md", "scripts"],
  ...["integration-tests/consumer", "integration-tests/support"],
]

/** The inputs of the quick start's shop, and of the store it calls. */
const NEXTJS_SOURCES = [
  ...["package-lock.json", "tsconfig.json", "jest.config.ts", "medusa-config.ts"],
  ...["docs/quick-start-shop-developers.md", "src", "migrations", "storefront/pieces", "scripts"],
  ...["integration-tests/nextjs", "integration-tests/support"],
]

/**
 * All stages. Of the long ones, those that need no migrated database come first: one of them runs while
 * the other lane migrates it.
 */
export const STAGES: Stage[] = [
  pureStage({ name: "lint", title: "lint and format", check: byScript("lint") }),
  pureStage({ name: "types", title: "types", check: byScript("typecheck") }),
  pureStage({
    name: "package",
    title: "the plugin as npm would publish it",
    check: async (resources) => {
      await resources.buildPlugin()
      return runProgram(process.execPath, ["scripts/package.mjs"])
    },
  }),
  {
    name: "unit",
    title: "rules and properties, without a database",
    run: ({ folder }, { args }) =>
      runJest({ project: "unit", args, env: {}, folder, inBand: false }),
  },
  {
    name: "ledger",
    title: "migrations, concurrency and the ledger on PostgreSQL",
    run: async (resources, { args }) =>
      runJest({
        project: "ledger",
        args,
        env: await resources.databaseEnvironment(),
        folder: resources.folder,
        inBand: true,
      }),
  },
  pureStage({
    name: "consumer",
    title: "a fresh Medusa store that installs the packed plugin",
    isLong: true,
    sources: PACKED_SOURCES,
    variables: [VERSION_VARIABLE],
    check: async (resources, args) => {
      const env = await resources.consumerEnvironment()
      const { folder } = resources
      return runOnStore(
        { project: "consumer", args, env, folder, inBand: true },
        resources.consumerLog
      )
    },
  }),
  {
    name: "http",
    title: "a running store over HTTP",
    isLong: true,
    run: async (resources, { args }) => {
      const env = await resources.storeEnvironment()
      const { folder } = resources
      return runOnStore({ project: "http", args, env, folder, inBand: true }, resources.storeLog)
    },
  },
  {
    name: "store",
    title: "stores that are booted, killed and started again",
    isLong: true,
    run: async (resources, { args }) =>
      runJest({
        project: "store",
        args,
        env: await resources.templateEnvironment(),
        folder: resources.folder,
        inBand: true,
      }),
  },
  {
    name: "scale-out",
    title: "servers and workers on one database and one Redis",
    onRequest: "it needs a Redis and a machine to itself",
    run: async (resources, { args }) =>
      runJest({
        project: "scale-out",
        args,
        env: await resources.scaleOutEnvironment(),
        folder: resources.folder,
        inBand: true,
      }),
  },
  pureStage({
    name: "nextjs",
    title: "the Next.js shop of the quick start",
    sources: NEXTJS_SOURCES,
    check: async (resources, args) => {
      const env = await resources.storeEnvironment()
      return runJest({ project: "nextjs", args, env, folder: resources.folder, inBand: true })
    },
  }),
  {
    name: "bench",
    title: "the benchmark, in a small form that checks that it works, not how fast",
    run: async (resources) => {
      const env = await resources.benchEnvironment()
      return runProgram(process.execPath, ["scripts/bench.mjs", "--quick"], env)
    },
  },
  {
    name: "browser",
    title: "the dashboard and the demo shop in Chromium",
    isLong: true,
    run: async (resources, { args }) => {
      const { env, logFile } = await resources.browserEnvironment()
      const { folder } = resources
      return runOnStore({ project: "browser", args, env, folder, inBand: true }, logFile)
    },
  },
]

/** Runs tests of a store; if some fail, the end of the store's log is shown. */
async function runOnStore(run: JestRun, logFile: string): Promise<Count> {
  const count = await runJest(run)
  if (count.failed > 0) {
    say(`The end of the store's log:\n${logTail(logFile)}`)
  }
  return count
}
