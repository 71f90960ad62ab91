import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"
import { say } from "../lib/output"
import { Problem } from "../lib/problem"
import { bundledSize } from "./bundled-size"

/** A part of the built package that a browser loads, and its size limit. */
interface Part {
  name: string
  entry: string
  limitKb: number
  /** The packages that are loaded without this part anyway. */
  isPresent: (name: string) => boolean
}

const PARTS: Part[] = [
  {
    name: "admin extension, added to the dashboard",
    entry: ".medusa/server/src/admin/index.mjs",
    limitKb: 150,
    isPresent: (name) => name in dashboardPackages(),
  },
  {
    name: "storefront pieces, without React",
    entry: ".medusa/server/storefront/pieces/index.js",
    limitKb: 15,
    isPresent: (name) => name === "react" || name === "react-dom",
  },
]

/**
 * Prints the gzipped sizes of what a browser loads of the package.
 *
 * @throws Problem with the parts that are too large
 */
export async function checkBrowserSizes(): Promise<void> {
  const faults: string[] = []
  for (const { name, entry, limitKb, isPresent } of PARTS) {
    const kb = (await bundledSize(path.join(ROOT, entry), isPresent)) / 1000
    const size = `${name}: ${kb.toFixed(1)} KB of at most ${limitKb} KB gzipped`
    say(`  ${size}`)
    if (kb > limitKb) {
      faults.push(size)
    }
  }
  if (faults.length > 0) {
    throw new Problem(`${faults.join("\n")}\nMake it smaller: find the import that added the size.`)
  }
}

function dashboardPackages(): Record<string, string> {
  const manifest = readFileSync(require.resolve("@medusajs/dashboard/package.json"), "utf8")
  const { name, dependencies } = JSON.parse(manifest) as {
    name: string
    dependencies: Record<string, string>
  }
  return { ...dependencies, [name]: "", "react-router": "", "@medusajs/admin-sdk": "" }
}
