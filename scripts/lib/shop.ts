import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { ShopConfig } from "../../storefront/shop/src/app/shop-config"
import { Child } from "./children"
import { hashOf, ROOT, tail } from "./files"
import { say, step } from "./output"
import { isPortFree } from "./ports"
import { Problem } from "./problem"

/** A running shop's configuration and port. */
export interface ShopOptions {
  port: number
  config: ShopConfig
}

/** A shop that answers requests. */
export interface ServedShop {
  url: string
  process: Child
  logFile: string
  /** Stops it; no process is left. */
  close(): Promise<void>
}

const SHOP = path.join(ROOT, "storefront/shop")
const WORK = path.join(ROOT, ".cache/shop")
const BUILT = path.join(WORK, "dist")
const STAMP = path.join(BUILT, ".sources")

/** What the shop is built from. */
const SOURCES = ["package-lock.json", "storefront", "src/domain"]
const LINES_SHOWN = 15

/** Builds the demo shop if there is no build or its sources have changed. */
export async function buildShop(): Promise<void> {
  const sources = hashOf(SOURCES)
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) {
    say("The demo shop is up to date.")
    return
  }
  await step("Building the demo shop", async () => {
    const building = path.join(WORK, `building-${process.pid}`)
    const log = freshLog("build.log")
    const vite = await runVite(["build", SHOP, "--outDir", building, "--logLevel", "warn"], log)
    const { code } = await vite.ended
    if (code !== 0) {
      throw new Problem(`The demo shop was not built. The end of ${log}:\n${endOf(log)}`)
    }
    writeFileSync(path.join(building, ".sources"), sources)
    rmSync(BUILT, { recursive: true, force: true })
    renameSync(building, BUILT)
  })
}

/** Serves the built shop on localhost, with `config` as its `/config.json`. */
export function serveShop(options: ShopOptions): Promise<ServedShop> {
  return openShop(["preview", SHOP, "--outDir", BUILT], options)
}

/** Serves the shop from its sources; open pages reload on changes. */
export function developShop(options: ShopOptions): Promise<ServedShop> {
  return openShop(["dev", SHOP], options, { NODE_ENV: "development" })
}

/**
 * Vite runs in its own process: it is published only as ES modules, unlike this program's and Jest's
 * modules.
 */
async function openShop(
  command: string[],
  { port, config }: ShopOptions,
  env: NodeJS.ProcessEnv = {}
): Promise<ServedShop> {
  if (!(await isPortFree(port))) {
    throw new Problem(`The demo shop does not start: port ${port} is taken.`)
  }
  const url = `http://localhost:${port}`
  const logFile = freshLog(`serve-${port}.log`)
  const flags = ["--port", String(port), "--strictPort", "--logLevel", "warn"]
  const vite = await runVite([...command, ...flags], logFile, {
    ...env,
    SHOP_CONFIG: JSON.stringify(config),
  })
  while (vite.isRunning) {
    if (await answers(`${url}/config.json`)) {
      return { url, process: vite, logFile, close: async () => void (await vite.stop()) }
    }
    await sleep(50)
  }
  throw new Problem(`The demo shop does not start. The end of ${logFile}:\n${endOf(logFile)}`)
}

function runVite(args: string[], logFile: string, env: NodeJS.ProcessEnv = {}): Promise<Child> {
  const cli = path.join(path.dirname(require.resolve("vite/package.json")), "bin/vite.js")
  return Child.start(process.execPath, [cli, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", ...env },
    logFile,
  })
}

function freshLog(name: string): string {
  mkdirSync(WORK, { recursive: true })
  const file = path.join(WORK, name)
  writeFileSync(file, "")
  return file
}

function endOf(log: string): string {
  return tail(log, LINES_SHOWN)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
