import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"
import { say } from "../lib/output"
import { Problem } from "../lib/problem"
import { supervise } from "../lib/shutdown"
import { bundledSize } from "./bundled-size"

/** A part of the built package that a browser loads, and what it may weigh. */
interface Part {
  name: string
  entry: string
  limitKb: number
  /** The packages that are there without this part. */
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

/** `npm run sizes`: what the built package weighs in a browser, gzipped, and what it may weigh. */
export default function main(): Promise<never> {
  return supervise(async () => {
    let tooHeavy = 0
    for (const part of PARTS) {
      tooHeavy += (await isTooHeavy(part)) ? 1 : 0
    }
    return tooHeavy > 0 ? 1 : 0
  }, 130)
}

async function isTooHeavy({ name, entry, limitKb, isPresent }: Part): Promise<boolean> {
  const file = path.join(ROOT, entry)
  if (!existsSync(file)) {
    throw new Problem(`${entry} does not exist. Run: npm run sizes, which builds it.`)
  }
  const kb = (await bundledSize(file, isPresent)) / 1000
  const isOver = kb > limitKb
  say(`${isOver ? "✗" : "✓"} ${name}: ${kb.toFixed(1)} KB of at most ${limitKb} KB gzipped`)
  return isOver
}

function dashboardPackages(): Record<string, string> {
  const manifest = readFileSync(require.resolve("@medusajs/dashboard/package.json"), "utf8")
  const { name, dependencies } = JSON.parse(manifest) as {
    name: string
    dependencies: Record<string, string>
  }
  return { ...dependencies, [name]: "", "react-router": "", "@medusajs/admin-sdk": "" }
}
