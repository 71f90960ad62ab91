import path from "node:path"
import { say, step } from "../lib/output"
import { Problem } from "../lib/problem"
import { developShop } from "../lib/shop"
import { shopConfigOf } from "../lib/shop-config"
import { supervise } from "../lib/shutdown"
import { prepareDemo } from "../start/demo"
import { prepare, type Ground } from "../start/prepare"
import { announce } from "../start/ready"
import { readSettings, type Settings } from "../start/settings"
import { runningDatabase, untilOneEnds } from "../start/until-one-ends"
import { BACKEND_CODE, LiveBackend } from "./live-backend"
import { FileWatch } from "./watch"

const COMMAND = "npm run dev"
const FRESH = "--fresh"

const OLD_MIGRATIONS = `Migrations that ran before did not run again. If you edited one: ${COMMAND} -- ${FRESH}`

/**
 * `npm run dev`: the demo store with reload on edits. It does not use `medusa develop`, which restarts
 * the backend for every file in the repository, even a test or a screen, and leaves its server running
 * when it is stopped.
 */
export default function main(): Promise<never> {
  return supervise(() => develop(process.argv.slice(2)), 0)
}

async function develop(args: string[]): Promise<number> {
  const fresh = readFresh(args)
  const ground = await prepare(ownFolder(readSettings(process.env)), { command: COMMAND, fresh })
  if (ground.wasMigratedAgain) {
    say(OLD_MIGRATIONS)
  }
  const { settings, data, options } = ground
  const { live, backend, showAll } = await openBackend(ground)
  const demo = await prepareDemo(backend, settings, data, options)
  const shop = await step("Opening the demo shop", () =>
    developShop({ port: settings.storefrontPort, config: shopConfigOf(demo) })
  )
  announce(demo, data)
  say("Edit admin/ or storefront/ and the page follows; edit src/ and the backend restarts.\n")
  showAll()
  new FileWatch(BACKEND_CODE, (files) => follow(live, files))
  return untilOneEnds(
    [{ name: "The demo shop", ...shop }, ...runningDatabase(ground.database, backend.logFile)],
    COMMAND
  )
}

/** @throws Problem for anything other than `--fresh` */
function readFresh(args: string[]): boolean {
  const unknown = args.find((arg) => arg !== FRESH)
  if (unknown !== undefined) {
    throw new Problem(`${COMMAND} does not know “${unknown}”. It takes ${FRESH} or nothing.`)
  }
  return args.includes(FRESH)
}

/** A folder inside that of `npm start`, whose data half-written migrations must not touch. */
function ownFolder(settings: Settings): Settings {
  return { ...settings, dataDir: path.join(settings.dataDir, "dev") }
}

/** Its output reaches the terminal once everything is ready; earlier it would break up the steps. */
async function openBackend({ settings, data, options }: Ground) {
  let isReady = false
  const logFile = data.freshLog("backend.log")
  const live = await step("Starting the backend", () =>
    LiveBackend.start(settings.port, { ...options, logFile, shows: () => isReady })
  )
  return { live, backend: live.backend, showAll: () => (isReady = true) }
}

function follow(live: LiveBackend, files: string[]): void {
  say(`Changed: ${files.join(", ")}. The backend restarts …`)
  if (files.some((file) => file.startsWith("migrations/"))) {
    say(
      `The database stays as it is. For a new migration stop and run ${COMMAND}, for an edited one ${COMMAND} -- ${FRESH}`
    )
  }
  void live.restart()
}
