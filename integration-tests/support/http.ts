import { HttpClient } from "../../scripts/lib/http"
import { logIn } from "../../scripts/seed/session"
import { TEST_ADMIN, testVariable } from "../../scripts/test/environment"

export { HttpClient, type Answer } from "../../scripts/lib/http"

/** A client of the store that all HTTP tests share. */
export function sharedStore(): HttpClient {
  return new HttpClient(testVariable("storeUrl"))
}

/** The address of the shared store's database, to look behind the API. */
export function sharedStoreDatabase(): string {
  return testVariable("storeDatabase")
}

/** The same store, as its merchant. */
export async function asMerchant(store: HttpClient): Promise<HttpClient> {
  const merchant = await logIn(store, "user", TEST_ADMIN)
  if (!merchant) {
    throw new Error("The merchant of the tests cannot log in.")
  }
  return merchant
}
