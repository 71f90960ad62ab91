import path from "node:path"
import { ROOT } from "../../lib/files"

/** What npm, Node, Jest and ts-node pass from this repository's processes to child processes. */
const INHERITED =
  /^(NODE_ENV|NODE_PATH|NODE_OPTIONS|JEST_WORKER_ID|INIT_CWD|TS_NODE_.*|npm_(package|lifecycle|command|execpath).*|npm_config_(local_prefix|global_prefix|prefix))$/i

/**
 * Changes to the environment after which nothing in a process points back to this repository; variables
 * to remove are undefined.
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const removed = Object.keys(env).filter((name) => INHERITED.test(name))
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => !isBinOfModules(folder))
  return {
    ...Object.fromEntries(removed.map((name) => [name, undefined])),
    PATH: folders.join(path.delimiter),
  }
}

/** npm puts the programs of this repository, and of every folder above it, first on the PATH. */
function isBinOfModules(folder: string): boolean {
  const bin = path.join("node_modules", ".bin")
  return folder.endsWith(bin) && ROOT.startsWith(folder.slice(0, -bin.length - 1))
}
