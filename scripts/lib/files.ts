import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"

/** The repository's root folder. */
export const ROOT = path.resolve(__dirname, "../..")

/** The last lines of a text file; empty when there is no such file. */
export function tail(file: string, lines: number): string {
  if (!existsSync(file)) {
    return ""
  }
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n")
}

/** One hash over the names and contents of files and folders, given relative to the root. */
export function hashOf(entries: string[], root = ROOT): string {
  const hash = createHash("sha256")
  for (const file of entries.flatMap((entry) => filesUnder(path.join(root, entry)))) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}

/** All files of a folder of this repository, from its root and with slashes on every system. */
export function projectFiles(folder: string): string[] {
  return filesUnder(path.join(ROOT, folder)).map((file) =>
    path.relative(ROOT, file).split(path.sep).join("/")
  )
}

/** All files in a folder, sorted; for a file, the file itself; for nothing, nothing. */
export function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) {
    return []
  }
  if (!statSync(entry).isDirectory()) {
    return [entry]
  }
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}
