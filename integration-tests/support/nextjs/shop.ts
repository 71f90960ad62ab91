import { createHash } from "node:crypto"
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { hashOf, ROOT } from "../../../scripts/lib/files"
import { codeBlocksOf } from "../docs/code-blocks"
import { installedPackages, SHOP_PACKAGES } from "./packages"
import { run } from "./run"

const PAGE = path.join(ROOT, "docs/quick-start-shop-developers.md")
const PLUGIN = "node_modules/medusa-plugin-loyalty-points"

/** What the built pieces are made of. */
const SOURCES = ["package.json", "storefront/pieces", "src/types", "src/domain"]

/** The code blocks of the quick start that name their file, by that name. */
export const SHOP_FILES: Record<string, string> = Object.fromEntries(
  codeBlocksOf(PAGE)
    .filter(({ meta }) => meta !== "")
    .map(({ meta, text }) => [meta, text])
)

/**
 * The folder of a Next.js shop made of the quick start's own code, with the plugin's built pieces
 * in its `node_modules`, built by `next build`. It is kept until any of that changes.
 */
export async function builtShop(): Promise<string> {
  const packages = await installedPackages(shortHash(JSON.stringify(SHOP_PACKAGES)))
  const key = shortHash(hashOf(SOURCES) + JSON.stringify(SHOP_FILES))
  const pointer = path.join(packages, "shops", `${key}.json`)
  if (existsSync(pointer)) {
    return JSON.parse(readFileSync(pointer, "utf8")) as string
  }
  mkdirSync(path.dirname(pointer), { recursive: true })
  // What Next.js builds knows its folder, so it is built in place and named when it is whole.
  const shop = mkdtempSync(path.join(packages, "shops", "shop-"))
  try {
    writeFiles(shop)
    await installPieces(shop)
    await run(process.execPath, [nextOf(packages), "build"], shop)
  } catch (error) {
    rmSync(shop, { recursive: true, force: true })
    throw error
  }
  writeFileSync(`${shop}.json`, JSON.stringify(shop))
  renameSync(`${shop}.json`, pointer)
  return shop
}

/** The command-line program of Next.js that a shop was built with. */
export function nextOf(folder: string): string {
  return require.resolve("next/dist/bin/next", { paths: [folder] })
}

function writeFiles(shop: string): void {
  writeFileSync(path.join(shop, "package.json"), JSON.stringify({ name: "shop", private: true }))
  for (const [name, text] of Object.entries(SHOP_FILES)) {
    const file = path.join(shop, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `${text}\n`)
  }
}

/** Builds the pieces as `npm run build:storefront` does, into the package that the shop sees. */
async function installPieces(shop: string): Promise<void> {
  const plugin = path.join(shop, PLUGIN)
  const server = path.join(plugin, ".medusa/server")
  mkdirSync(server, { recursive: true })
  copyFileSync(path.join(ROOT, "package.json"), path.join(plugin, "package.json"))
  const pieces = path.join(server, "storefront/pieces")
  const config = ["--config", "storefront/pieces/vite.config.mts", "--logLevel", "warn"]
  await run(bin("vite"), ["build", ...config, "--outDir", pieces], ROOT)
  await run(bin("tsc"), ["-p", "storefront/pieces/tsconfig.json", "--outDir", server], ROOT)
}

const bin = (name: string) => path.join(ROOT, "node_modules/.bin", name)

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16)
