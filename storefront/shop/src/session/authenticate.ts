import { FetchError, type default as Medusa } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"

/** A shopper's login data. */
export interface LogIn {
  email: string
  password: string
}

/** A shopper's registration data. */
export interface Registration extends LogIn {
  first_name: string
  last_name: string
}

/** The customer whose token is stored in the browser; a token that is no longer valid is removed. */
export async function currentCustomer(sdk: Medusa): Promise<HttpTypes.StoreCustomer | null> {
  if (!(await sdk.client.getToken())) {
    return null
  }
  try {
    return (await sdk.store.customer.retrieve()).customer
  } catch (error) {
    if (!isRefused(error)) {
      throw error
    }
    await sdk.client.clearToken()
    return null
  }
}

/** Logs a customer in. */
export async function logIn(sdk: Medusa, login: LogIn): Promise<HttpTypes.StoreCustomer> {
  await passLogIn(sdk, login)
  const customer = await currentCustomer(sdk)
  if (!customer) {
    throw new FetchError("No customer has this login.", "Unauthorized", 401)
  }
  return customer
}

/** Creates an account and logs in. */
export async function register(
  sdk: Medusa,
  { email, password, first_name, last_name }: Registration
): Promise<HttpTypes.StoreCustomer> {
  try {
    await sdk.auth.register("customer", "emailpass", { email, password })
  } catch (error) {
    // An interrupted registration left a login without a customer: the same password continues it.
    if (!isRefused(error)) {
      throw error
    }
    await passLogIn(sdk, { email, password })
  }
  await sdk.store.customer.create({ email, first_name, last_name })
  return logIn(sdk, { email, password })
}

/** Whether the backend rejected the credentials. */
export function isRefused(error: unknown): boolean {
  return error instanceof FetchError && error.status === 401
}

async function passLogIn(sdk: Medusa, login: LogIn): Promise<void> {
  const token = await sdk.auth.login("customer", "emailpass", { ...login })
  if (typeof token !== "string") {
    throw new Error("This shop only supports logging in with e-mail and password.")
  }
}
