import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { say, seconds } from "../lib/output"
import { explain } from "../lib/problem"
import { supervise } from "../lib/shutdown"
import { checkBrowserSizes } from "./browser-sizes"
import { checkContents } from "./contents"
import { checkDeclarations } from "./declarations"
import { checkEntries } from "./entries"
import { checkExports } from "./exports"
import { installPacked } from "./install"
import { pack, type Packed } from "./pack"
import { checkPublint } from "./publint"
import { checkResolution } from "./resolution"

/** Something that must hold for the packed plugin; throws with the problem and what to do. */
interface Check {
  title: string
  run(packed: Packed, folder: string): unknown
}

const CHECKS: Check[] = [
  { title: "it holds what a store needs, and nothing else", run: checkContents },
  { title: "every entry leads to a file", run: checkExports },
  { title: "publint finds nothing", run: checkPublint },
  { title: "its types are found under every module resolution", run: checkResolution },
  { title: "its types compile in a store and in a shop", run: checkDeclarations },
  { title: "its entries load, and ./hooks registers nothing", run: checkEntries },
  { title: "a browser loads no more of it than the limits allow", run: checkBrowserSizes },
]

/** `npm run package`: packs the built plugin as npm would publish it, and checks the result. */
export default function main(): Promise<never> {
  return supervise(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "loyalty-package-"))
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
    const packed = await pack(folder)
    say(summaryOf(packed))
    installPacked(packed, folder)
    let failed = 0
    for (const check of CHECKS) {
      failed += (await passes(check, packed, folder)) ? 0 : 1
    }
    return failed > 0 ? 1 : 0
  }, 130)
}

async function passes({ title, run }: Check, packed: Packed, folder: string): Promise<boolean> {
  const started = performance.now()
  try {
    await run(packed, folder)
    say(`✓ ${title} (${seconds(started)})`)
    return true
  } catch (error) {
    say(`✗ ${title}\n${explain(error).replace(/^/gm, "  ")}`)
    return false
  }
}

/** The sizes, and the number of files in each folder. */
function summaryOf({ manifest, size, unpackedSize, files }: Packed): string {
  const folders = new Map<string, number>()
  for (const file of files) {
    const folder = path.posix.dirname(file).split("/").slice(0, 4).join("/")
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  return [
    `${manifest.name} ${manifest.version}: ${kb(size)} packed, ${kb(unpackedSize)} unpacked, ${files.length} files`,
    ...[...folders].map(([folder, count]) => `${String(count).padStart(5)}  ${folder}`),
  ].join("\n")
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1000)} KB`
}
