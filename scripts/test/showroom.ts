import { writeFileSync } from "node:fs"
import path from "node:path"
import { HttpClient } from "../lib/http"
import { startBackend, type MedusaOptions } from "../lib/medusa"
import { step } from "../lib/output"
import { freePort } from "../lib/ports"
import { Problem } from "../lib/problem"
import { buildShop, serveShop } from "../lib/shop"
import { shopConfigOf } from "../lib/shop-config"
import { seedDemoStore } from "../seed/demo-store"
import { logIn } from "../seed/session"
import { buildDashboard } from "../lib/dashboard"
import type { Demo } from "../start/demo"
import { TEST_ADMIN, TEST_SECRETS } from "./environment"

/** The shopper of the worked example, with 15,000 points. */
const SHOPPER = { email: "anna@example.com", password: "shopper-of-the-tests" }

/** A demo store to look at: its log, and the file that says what is where. */
export interface Showroom {
  demoFile: string
  logFile: string
}

/** Opens the demo store with its dashboard and its shop, on free ports and a migrated database. */
export async function openShowroom(databaseUrl: string, folder: string): Promise<Showroom> {
  const [port, shopPort] = [await freePort(), await freePort()]
  const storefront_url = `http://localhost:${shopPort}`
  const options = optionsOf(databaseUrl, port, storefront_url, path.join(folder, "showroom.log"))
  await buildDashboard(options)
  await buildShop()
  const backend = await step("Starting the store with its dashboard", () =>
    startBackend(port, options)
  )
  const demo: Demo = { ...(await seed(backend.url)), storefront_url }
  await serveShop({ port: shopPort, config: shopConfigOf(demo) })
  const demoFile = path.join(folder, "demo.json")
  writeFileSync(demoFile, JSON.stringify(demo))
  return { demoFile, logFile: options.logFile }
}

function optionsOf(
  databaseUrl: string,
  port: number,
  shopUrl: string,
  logFile: string
): MedusaOptions {
  return {
    logFile,
    env: {
      ...TEST_SECRETS,
      DATABASE_URL: databaseUrl,
      MEDUSA_BACKEND_URL: `http://localhost:${port}`,
      STORE_CORS: shopUrl,
    },
  }
}

async function seed(backend_url: string): Promise<Omit<Demo, "storefront_url">> {
  const client = new HttpClient(backend_url)
  const merchant = await logIn(client, "user", TEST_ADMIN)
  if (!merchant) {
    throw new Problem("The merchant of the tests cannot log in.")
  }
  const store = await seedDemoStore(merchant, client, SHOPPER)
  return { backend_url, admin: TEST_ADMIN, ...store }
}
