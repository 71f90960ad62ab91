import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { hashOf, ROOT } from "../lib/files"
import { cachedFolder } from "../lib/build-cache"
import { say } from "../lib/output"
import type { Count } from "./jest"
import { runProgram } from "./program"
import type { Stage } from "./stage"
import type { TestResources } from "./resources"

/** Generated files, which are not part of the project. */
const MADE = [".git", ".cache", ".medusa", "node_modules", "public", "static", "coverage"]

/** Checks the project and prints what it finds. */
type Check = (resources: TestResources, args: string[]) => Promise<Count>

/** A stage without what {@link pureStage} adds. */
type PureStage = Omit<Stage, "run"> & {
  /** The files and folders that its result depends on; by default the whole project. */
  sources?: string[]
  /** The environment variables that it also depends on. */
  variables?: string[]
  check: Check
}

/** Keeps a failed check from being remembered as passed. */
class Failed extends Error {}

/**
 * A stage whose result depends only on files and settings. When all stages run, one that has passed on
 * this machine is run again only if one of them, or Node, has changed. If named, it always runs.
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
        say(`No file has changed since it passed; npm test -- ${stage.name} runs it anyway.`)
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
