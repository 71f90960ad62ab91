import { HttpClient } from "../lib/http"
import { runMedusa, type Backend, type MedusaOptions } from "../lib/medusa"
import { step } from "../lib/output"
import { Problem } from "../lib/problem"
import { seedDemoStore, type DemoStore } from "../seed/demo-store"
import { logIn, type Login } from "../seed/session"
import type { DataFolder } from "./data-folder"
import type { Settings } from "./settings"

/** The contents of `demo.json`. */
export interface Demo extends DemoStore {
  backend_url: string
  storefront_url: string
  admin: Login
}

const FILE = "demo.json"
const ADMIN_EMAIL = "admin@example.com"
const CUSTOMER_EMAIL = "anna@example.com"

/** Seeds what the demo store lacks and writes `demo.json`; keeps what exists. */
export async function prepareDemo(
  backend: Backend,
  settings: Settings,
  data: DataFolder,
  options: MedusaOptions
): Promise<Demo> {
  const urls = {
    backend_url: backend.url,
    storefront_url: `http://localhost:${settings.storefrontPort}`,
  }
  const known = data.read<Demo>(FILE)
  const demo =
    known && (await isSeeded(backend, known))
      ? { ...known, ...urls }
      : { ...urls, ...(await seedDemo(backend, data, options)) }
  data.write(FILE, demo)
  return demo
}

/** The file is written last, so everything in it is complete, if this is the same database. */
async function isSeeded(backend: Backend, demo: Demo): Promise<boolean> {
  const store = new HttpClient(backend.url).withPublishableKey(demo.publishable_key)
  const { status } = await store.get(`/store/regions/${demo.region_id}`)
  return status === 200 && (await logIn(store, "user", demo.admin)) !== undefined
}

async function seedDemo(backend: Backend, data: DataFolder, options: MedusaOptions) {
  const { adminPassword, customerPassword } = data.secrets()
  const login = { email: ADMIN_EMAIL, password: adminPassword }
  const customer = { email: CUSTOMER_EMAIL, password: customerPassword }
  const admin = await step("Making the merchant's login", () =>
    adminClient(backend, login, customer, options)
  )
  const demoStore = await seedDemoStore(admin, new HttpClient(backend.url), customer)
  return { ...demoStore, admin: login }
}

/** Logs the merchant in. If refused, the login is created or gets the data folder's password. */
async function adminClient(
  { url }: Backend,
  login: Login,
  customer: Login,
  options: MedusaOptions
): Promise<HttpClient> {
  const client = new HttpClient(url)
  const known = await logIn(client, "user", login)
  if (known) {
    return known
  }
  const env = {
    ...options.env,
    ADMIN_EMAIL: login.email,
    ADMIN_PASSWORD: login.password,
    CUSTOMER_EMAIL: customer.email,
    CUSTOMER_PASSWORD: customer.password,
  }
  await runMedusa(["exec", "./scripts/seed/ensure-logins.ts"], { ...options, env })
  const admin = await logIn(client, "user", login)
  if (!admin) {
    throw new Problem(`The merchant's login was refused. See ${options.logFile}.`)
  }
  return admin
}
