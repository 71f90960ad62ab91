import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { Child } from "../lib/children"
import { ROOT } from "../lib/files"

/** How many tests passed and failed. */
export interface Count {
  passed: number
  failed: number
}

/** A run of one of Jest's projects. */
export interface JestRun {
  project: string
  /** What was typed after the stage's name: patterns, then Jest's own flags. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** Where Jest may write its report. */
  folder: string
  /** One file after the other, in one process. */
  inBand: boolean
}

/** Jest output lines that are not about the tests. */
const NOISE =
  /^(Running one project|Test results written to|Force exiting Jest|Snapshots: |Ran all )/

/** Runs a Jest project; its progress goes to the terminal. */
export async function runJest(run: JestRun): Promise<Count> {
  const report = path.join(run.folder, `${run.project}.json`)
  const jest = await Child.start(process.execPath, jestArguments(run, report), {
    cwd: ROOT,
    env: { ...process.env, ...run.env },
    shows: (line) => !NOISE.test(line),
  })
  const { code } = await jest.ended
  return countOf(report, code === 0)
}

function jestArguments({ project, args, inBand }: JestRun, report: string): string[] {
  const firstFlag = args.findIndex((arg) => arg.startsWith("-"))
  const patterns = firstFlag < 0 ? args : args.slice(0, firstFlag)
  return [
    path.join(path.dirname(require.resolve("jest/package.json")), "bin/jest.js"),
    ...(process.stderr.isTTY ? ["--colors"] : []),
    "--json",
    `--outputFile=${report}`,
    ...(inBand ? ["--runInBand"] : []),
    ...(project === "unit" ? [] : ["--forceExit"]),
    ...args.slice(patterns.length),
    "--selectProjects",
    project,
    "--",
    ...patterns,
  ]
}

/** A file that could not run counts as a failure; so does a run that failed in any other way. */
function countOf(report: string, ended: boolean): Count {
  if (!existsSync(report)) {
    return { passed: 0, failed: ended ? 0 : 1 }
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, "utf8")
  ) as Record<"numPassedTests" | "numFailedTests" | "numRuntimeErrorTestSuites", number>
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return { passed: numPassedTests, failed: ended ? failed : Math.max(1, failed) }
}
