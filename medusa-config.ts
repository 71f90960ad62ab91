import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import type { InputConfig } from "@medusajs/framework/types"
import { defineConfig } from "@medusajs/framework/utils"

/**
 * This repository as a store that runs its own plugin: Medusa loads `src/` as the project's own
 * code, so only the module is registered here.
 *
 * - `DATABASE_URL`  the store's PostgreSQL
 * - `PORT`, `MEDUSA_BACKEND_URL`  where the backend is reached (http://localhost:9000)
 * - `STORE_CORS`, `ADMIN_CORS`, `AUTH_CORS`  who may call it from a browser
 * - `JWT_SECRET`, `COOKIE_SECRET`  required in production
 * - `LOYALTY_TEST_STORE=1`  a store for tests: no dashboard, providers of payments and e-mails that
 *   obey, and passwords that cost no time
 * - `LOYALTY_TEST_CLOCK`  a file with the milliseconds that a test store's clock is ahead
 * - `LOYALTY_TEST_SENT_MAILS`  a file that a test store's e-mails go to
 * - `LOYALTY_TEST_SCALE_OUT=1`  the modules and settings of docs/scale-out.md, on `REDIS_URL`
 * - `LOYALTY_TEST_INSIDE_PORT`  where a test store answers what only code inside it can know
 */
const isTestStore = process.env.LOYALTY_TEST_STORE === "1"
const backendUrl = process.env.MEDUSA_BACKEND_URL ?? `http://localhost:${process.env.PORT ?? 9000}`
const storeCors = process.env.STORE_CORS ?? "http://localhost:8000"
const adminCors = process.env.ADMIN_CORS ?? `${backendUrl},http://localhost:5173`

/** The folders with the dashboard's React code; its style sheet is made from what they use. */
const adminSources = ["src/admin", "admin"]
  .map((folder) => path.join(__dirname, folder))
  .filter((folder) => existsSync(folder))

const testPayments = {
  resolve: "@medusajs/medusa/payment",
  options: {
    providers: [
      { resolve: path.join(__dirname, "integration-tests/support/test-payments"), id: "test" },
    ],
  },
}

const testNotifications = {
  resolve: path.join(__dirname, "integration-tests/support/test-notifications"),
  id: "test",
  options: { channels: ["email"] },
}

/** Medusa's own provider, which writes into the log: in the demo e-mails too. */
const notifications = {
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/notification-local",
        id: "local",
        options: { channels: isTestStore ? ["feed"] : ["feed", "email"] },
      },
      ...(isTestStore ? [testNotifications] : []),
    ],
  },
}

/** Tests move time by writing into a file. */
function testClock(): Date {
  const file = process.env.LOYALTY_TEST_CLOCK
  const ahead = file && existsSync(file) ? Number(readFileSync(file, "utf8")) : 0
  return new Date(Date.now() + ahead)
}

/** A second wallet, which most tests need not know of. */
const STARS = {
  name: { en: "Stars", pl: "Gwiazdki" },
  unit: { en: ["star", "stars"], pl: ["gwiazdka", "gwiazdki", "gwiazdek"] },
}

/** Tests register hundreds of shoppers; guessing their passwords may be cheap. */
const testLogins = {
  resolve: "@medusajs/medusa/auth",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/auth-emailpass",
        id: "emailpass",
        options: { hashConfig: { logN: 4, r: 8, p: 1 } },
      },
    ],
  },
}

function scaleOut(): InputConfig {
  if (process.env.LOYALTY_TEST_SCALE_OUT !== "1") {
    return {}
  }
  const file = path.join(__dirname, "integration-tests/support/scale-out/documented-config")
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as Medusa loads the config
  const { documentedConfig } = require(file) as { documentedConfig(): InputConfig }
  return documentedConfig()
}

const { projectConfig: scaleOutSettings, modules: scaleOutModules } = scaleOut()

if (process.env.LOYALTY_TEST_INSIDE_PORT) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as Medusa loads the config
  require(path.join(__dirname, "integration-tests/support/inside/answers"))
}

export default defineConfig({
  projectConfig: {
    ...scaleOutSettings,
    databaseUrl: process.env.DATABASE_URL ?? "postgres://localhost/loyalty",
    http: {
      storeCors,
      adminCors,
      authCors: process.env.AUTH_CORS ?? `${storeCors},${adminCors}`,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
    cookieOptions: { secure: backendUrl.startsWith("https:") },
  },
  admin: {
    disable: isTestStore,
    backendUrl: "/",
    ...({ sources: adminSources } as object),
  },
  modules: [
    {
      resolve: "./src/modules/loyalty-points",
      options: isTestStore
        ? { clock: testClock, guestOrders: { claim: true }, wallets: { stars: STARS } }
        : {},
    },
    notifications,
    ...(Array.isArray(scaleOutModules) ? scaleOutModules : []),
    ...(isTestStore ? [testPayments, testLogins] : []),
  ],
})
