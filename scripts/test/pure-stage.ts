import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { hashOf, ROOT } from "../lib/files"
import { cachedFolder } from "../lib/build-cache"
import { say } from "../lib/output"
import type { Count } from "./jest"
import { runProgram } from "./program"
import type { Stage } from "./stage"
import type { TestResources } from "./resources"

/** What is made from the files, and not a file of the project. */
const MADE = [".git", ".cache", ".medusa", "node_modules", "public", "static", "coverage"]

/** Checks the project and prints what it finds. */
type Check = (resources: TestResources, args: string[]) => Promise<Count>

/** A stage without what {@link pureStage} adds. */
type PureStage = Omit<Stage, "run"> & {
  /** The files and folders that its result follows from; left out: all of the project. */
  sources?: string[]
  /** The environment variables that it follows from, too. */
  variables?: string[]
  check: Check
}

/** Keeps a check that failed from being remembered as passed. */
class Failed extends Error {}

/**
 * A stage whose result follows from files and settings alone. When all stages run, what has passed
 * on this machine is looked at again only if one of them, or Node, has changed. Named, it always
 * runs.
 */
export function pureStage({ sources, variables = [], check, ...stage }: PureStage): Stage {
  return {
    ...stage,
    run: async (resources, { args, isNamed }) => {
      if (isNamed) {
        return check(resources, args)
      }
      let count: Count | undefined
      await cachedFolder(
        `passed-${stage.name}`,
        keyOf(sources ?? allFiles(), variables),
        async () => {
          count = await check(resources, args)
          if (count.failed > 0) {
            throw new Failed()
          }
        }
      ).catch(passOverFailure)
      if (!count) {
        say(`No file has changed since it passed; npm test -- ${stage.name} runs it all the same.`)
      }
      return count ?? { passed: 0, failed: 0 }
    },
  }
}

/** The check of an npm script. */
export const byScript =
  (script: string): Check =>
  () =>
    runProgram("npm", ["run", "--silent", script])

const allFiles = (): string[] => readdirSync(ROOT).filter((name) => !MADE.includes(name))

function keyOf(sources: string[], variables: string[]): string {
  const values = variables.map((name) => process.env[name] ?? null)
  return createHash("sha256")
    .update(JSON.stringify([hashOf(sources), process.version, values]))
    .digest("hex")
}

function passOverFailure(error: unknown): void {
  if (!(error instanceof Failed)) {
    throw error
  }
}
