import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"

interface Entry {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}

const text = readFileSync(path.join(ROOT, "package-lock.json"), "utf8")
const { packages } = JSON.parse(text) as { packages: Record<string, Entry> }

describe("the lock file", () => {
  it("names no registry, so that everybody installs from their own", () => {
    const named = Object.keys(packages).filter((key) => packages[key]?.resolved)
    expect(named).toEqual([])
  })

  it("has the packages of every platform, so that `npm ci` works on any machine", () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(name, from))
    )
    expect(missing).toEqual([])
  })
})

/** Whether a package can resolve another one up through `node_modules`. */
function isLocked(name: string, from: string): boolean {
  if (packages[path.posix.join(from, "node_modules", name)]) {
    return true
  }
  return (
    from !== "" && isLocked(name, from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))))
  )
}
