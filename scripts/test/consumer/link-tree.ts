import { constants, copyFileSync, linkSync, mkdirSync, readdirSync, readlinkSync } from "node:fs"
import { symlinkSync, type Dirent } from "node:fs"
import path from "node:path"

/** npm writes to this file, so it must not be shared with the original. */
const WRITTEN_IN_PLACE = ".package-lock.json"

/**
 * Creates a folder with the contents of `from`, without copying what can be shared: files become hard
 * links, or clones or copies if the file system has none. Changing a shared file in place would change
 * the original, but npm and Medusa do not do that.
 */
export function linkTree(from: string, to: string): void {
  mkdirSync(to)
  const entries = readdirSync(from, { withFileTypes: true })
  // npm trusts its own list of a folder only if nothing in the folder is newer.
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
