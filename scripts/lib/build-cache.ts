import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import path from "node:path"
import { cacheFolder } from "./cache-folder"

/** How many folders to keep per purpose: those of other branches and versions are soon needed again. */
const FOLDERS_KEPT = 3
const KEY_LENGTH = 16

/**
 * A folder in the user's cache for something slow to make, made if it does not exist.
 *
 * @param purpose what it is, e.g. "dashboard"
 * @param key a hash of all that it is made from
 * @param make fills an empty folder; a half-filled folder is never used
 */
export async function cachedFolder(
  purpose: string,
  key: string,
  make: (folder: string) => Promise<void>
): Promise<string> {
  const parent = cacheFolder(purpose)
  const folder = path.join(parent, key.slice(0, KEY_LENGTH))
  if (existsSync(folder)) {
    return folder
  }
  mkdirSync(parent, { recursive: true })
  const unfinished = mkdtempSync(path.join(parent, "unfinished-"))
  try {
    await make(unfinished)
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another run may have made it in the meantime.
    if (!existsSync(folder)) {
      throw error
    }
  }
  removeOld(parent)
  return folder
}

function removeOld(parent: string): void {
  readdirSync(parent)
    .map((name) => path.join(parent, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
    .slice(FOLDERS_KEPT)
    .forEach((folder) => rmSync(folder, { recursive: true, force: true }))
}
