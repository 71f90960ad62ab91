import { constants, copyFileSync, linkSync, mkdirSync, readdirSync, readlinkSync } from "node:fs"
import { symlinkSync, type Dirent } from "node:fs"
import path from "node:path"

/** npm writes into this file, which must then not be the original's. */
const WRITTEN_IN_PLACE = ".package-lock.json"

/**
 * Makes a folder that holds what `from` holds, without copying what can be shared: files become
 * hard links, or clones or copies where the file system has none. Whoever changes a shared file in
 * place changes the original, which npm and Medusa do not do.
 */
export function linkTree(from: string, to: string): void {
  mkdirSync(to)
  const entries = readdirSync(from, { withFileTypes: true })
  // npm trusts its own list of a folder only when nothing in the folder is younger.
  const isLast = ({ name }: Dirent) => Number(name === WRITTEN_IN_PLACE)
  for (const entry of entries.sort((one, other) => isLast(one) - isLast(other))) {
    share(entry, path.join(from, entry.name), path.join(to, entry.name))
  }
}

function share(entry: Dirent, from: string, to: string): void {
  if (entry.isDirectory()) {
    linkTree(from, to)
  } else if (entry.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to)
  } else if (entry.name === WRITTEN_IN_PLACE || !canLink(from, to)) {
    copyFileSync(from, to, constants.COPYFILE_FICLONE)
  }
}

/** Another disk, or a file system without hard links, refuses. */
function canLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch {
    return false
  }
}
