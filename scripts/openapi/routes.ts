import { createRequire } from "node:module"
import path from "node:path"
import { type ApiRoute, TAGS } from "../../src/api/shared/contract"
import { projectFiles, ROOT } from "../lib/files"

/** The routes that a `contract.ts` describes; the file is given from the root folder. */
export interface FoundContract {
  file: string
  routes: readonly ApiRoute[]
}

const API = ["src/api/admin", "src/api/store"]
const TAGS_IN_ORDER = Object.keys(TAGS)
const METHODS_IN_ORDER: ApiRoute["method"][] = ["GET", "POST", "DELETE"]

const load = createRequire(__filename)

/**
 * Every contract of the routes' folders.
 *
 * @throws Error that names a file without `export const contract`
 */
export function findContracts(): FoundContract[] {
  return API.flatMap(projectFiles)
    .filter((file) => path.posix.basename(file) === "contract.ts")
    .map((file) => {
      const { contract } = load(path.join(ROOT, file)) as { contract?: readonly ApiRoute[] }
      if (!contract) {
        throw new Error(`${file} exports no “contract”: the list of its folder's routes.`)
      }
      return { file, routes: contract }
    })
}

/** Every route, in the order of the reference: by tag, as `TAGS` has them, then by path and method. */
export function findRoutes(): ApiRoute[] {
  return findContracts()
    .flatMap(({ routes }) => routes)
    .sort(
      (one, other) =>
        TAGS_IN_ORDER.indexOf(one.tag) - TAGS_IN_ORDER.indexOf(other.tag) ||
        compare(one.path, other.path) ||
        METHODS_IN_ORDER.indexOf(one.method) - METHODS_IN_ORDER.indexOf(other.method)
    )
}

/** By the codes of the letters: the same on every machine. */
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
