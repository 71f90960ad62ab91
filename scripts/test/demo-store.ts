import { mkdirSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Child } from "../lib/children"
import { ROOT } from "../lib/files"
import { freePort } from "../lib/ports"
import { Problem } from "../lib/problem"

/** A demo store to test: its log, and the file that describes it. */
export interface DemoStore {
  demoFile: string
  logFile: string
}

/** What `npm start` prints once everything is up, before it waits to be stopped. */
const READY = /^Ctrl-C stops it/

/**
 * Starts the demo store as a newcomer does, by `npm start` with its own database, on free ports.
 *
 * @param folder its data folder, created here
 */
export async function startDemoStore(folder: string): Promise<DemoStore> {
  mkdirSync(folder)
  let isReady = false
  const npm = await Child.start("npm", ["start", "--silent"], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: undefined,
      LOYALTY_DATA_DIR: folder,
      PORT: String(await freePort()),
      STOREFRONT_PORT: String(await freePort()),
    },
    shows: (line) => {
      isReady ||= READY.test(line)
      return true
    },
  })
  while (!isReady) {
    if (!npm.isRunning) {
      throw new Problem("The demo store does not start: see the output of npm start above.")
    }
    await sleep(100)
  }
  return { demoFile: path.join(folder, "demo.json"), logFile: path.join(folder, "backend.log") }
}
