/**
 * What must work before `node_modules` exists: checking Node's version, installing, and handing over to
 * TypeScript. Uses only Node itself.
 */
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const require = createRequire(import.meta.url)

/** Installs what is missing, then runs the default export of a TypeScript file under `scripts/`. */
export async function run(entry) {
  requireSupportedNode()
  process.chdir(root)
  if (!isInstalled()) {
    await install()
  }
  require("ts-node").register({ swc: true, cwd: root })
  await require(path.join(root, "scripts", entry)).default()
}

function requireSupportedNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!supported) {
    fail(
      `Node ${process.versions.node} is not supported. Use Node 20.19 or later, or 22.12 or later.`
    )
  }
}

/** Whether every package in the lock file is installed in its version. */
function isInstalled() {
  const installed = readPackages("node_modules/.package-lock.json")
  const wanted = readPackages("package-lock.json")
  return (
    installed !== undefined &&
    Object.entries(wanted ?? {}).every(
      ([name, entry]) =>
        name === "" || isSkippable(entry) || installed[name]?.version === entry.version
    )
  )
}

/** Optional packages are installed only where they fit the machine. */
function isSkippable(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.peer)
}

function readPackages(file) {
  const lock = path.join(root, file)
  return existsSync(lock) ? JSON.parse(readFileSync(lock, "utf8")).packages : undefined
}

async function install() {
  console.log("Installing the dependencies (npm ci) …")
  const code = await runNpm([
    "ci",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ])
  if (code !== 0) {
    fail(
      "The installation failed: see npm's message above, fix the cause, and run the command again."
    )
  }
}

/** Runs npm; a signal that stops us stops npm too. */
function runNpm(args) {
  const windows = process.platform === "win32"
  const npm = spawn(windows ? "npm.cmd" : "npm", args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: windows,
  })
  const stop = (signal) => {
    npm.kill(signal)
    npm.once("exit", () => process.exit(1))
  }
  process.once("SIGINT", stop).once("SIGTERM", stop)
  return new Promise((resolve) => {
    npm.once("error", () => resolve(1))
    npm.once("exit", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop)
      resolve(code ?? 1)
    })
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
