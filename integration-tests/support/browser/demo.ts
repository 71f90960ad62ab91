import { readFileSync } from "node:fs"
import { HttpClient } from "../../../scripts/lib/http"
import { logIn } from "../../../scripts/seed/session"
import type { Demo } from "../../../scripts/start/demo"
import { testVariable } from "../../../scripts/test/environment"

/** What and where the demo store of the browser tests is. */
export function demoStore(): Demo {
  return JSON.parse(readFileSync(testVariable("demo"), "utf8")) as Demo
}

/** The demo store's API as a visitor of the shop. */
export function demoApi({ backend_url, publishable_key }: Demo): HttpClient {
  return new HttpClient(backend_url).withPublishableKey(publishable_key)
}

/** The demo store's API as its merchant. */
export async function demoMerchant({ backend_url, admin }: Demo): Promise<HttpClient> {
  const merchant = await logIn(new HttpClient(backend_url), "user", admin)
  if (!merchant) {
    throw new Error("The merchant of the demo store cannot log in.")
  }
  return merchant
}
