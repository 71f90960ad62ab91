import { startBackend, type Backend } from "../lib/medusa"
import { step } from "../lib/output"
import { buildShop, serveShop } from "../lib/shop"
import { shopConfigOf } from "../lib/shop-config"
import { supervise } from "../lib/shutdown"
import { buildDashboard } from "../lib/dashboard"
import { prepareDemo } from "./demo"
import { prepare, type Ground } from "./prepare"
import { announce } from "./ready"
import { readSettings } from "./settings"
import { runningDatabase, untilOneEnds } from "./until-one-ends"

const COMMAND = "npm start"

/** `npm start`: the demo store, from an empty folder to a running shop. */
export default function main(): Promise<never> {
  return supervise(start, 0)
}

async function start(): Promise<number> {
  const ground = await prepare(readSettings(process.env), { command: COMMAND })
  const { settings, data, options } = ground
  await buildDashboard(options)
  await buildShop()
  const backend = await serve(ground)
  const demo = await prepareDemo(backend, settings, data, options)
  const shop = await step("Opening the demo shop", () =>
    serveShop({ port: settings.storefrontPort, config: shopConfigOf(demo) })
  )
  announce(demo, data)
  return untilOneEnds(
    [
      { name: "The backend", ...backend },
      { name: "The demo shop", ...shop },
      ...runningDatabase(ground.database, backend.logFile),
    ],
    COMMAND
  )
}

function serve({ settings, data, options }: Ground): Promise<Backend> {
  const logFile = data.freshLog("backend.log")
  return step("Starting the backend", () => startBackend(settings.port, { ...options, logFile }))
}
