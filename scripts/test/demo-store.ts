import { mkdirSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Child } from "../lib/children"
import { ROOT } from "../lib/files"
import { freePort } from "../lib/ports"
import { Problem } from "../lib/problem"

/** A demo store to look at: its log, and the file that says what is where. */
export interface DemoStore {
  demoFile: string
  logFile: string
}

/** What `npm start` prints when all of it answers, before it waits to be stopped. */
const READY = /^Ctrl-C stops it/

/**
 * Opens the demo store as a newcomer does, by `npm start` with a database of its own, on free ports.
 *
 * @param folder its data folder; made here
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
      throw new Problem("The demo store does not start: see what npm start says above.")
    }
    await sleep(100)
  }
  return { demoFile: path.join(folder, "demo.json"), logFile: path.join(folder, "backend.log") }
}
