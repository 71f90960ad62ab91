import { FetchError, type default as Medusa } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"

/** What a shopper logs in with. */
export interface LogIn {
  email: string
  password: string
}

/** What a shopper registers with. */
export interface Registration extends LogIn {
  first_name: string
  last_name: string
}

/** The customer whose token the browser keeps; a token that is no longer accepted is forgotten. */
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

/** Makes an account and logs into it. */
export async function register(
  sdk: Medusa,
  { email, password, first_name, last_name }: Registration
): Promise<HttpTypes.StoreCustomer> {
  try {
    await sdk.auth.register("customer", "emailpass", { email, password })
  } catch (error) {
    // A registration that broke off left a login without a customer: the same password goes on.
    if (!isRefused(error)) {
      throw error
    }
    await passLogIn(sdk, { email, password })
  }
  await sdk.store.customer.create({ email, first_name, last_name })
  return logIn(sdk, { email, password })
}

/** Whether the backend did not accept who asks. */
export function isRefused(error: unknown): boolean {
  return error instanceof FetchError && error.status === 401
}

async function passLogIn(sdk: Medusa, login: LogIn): Promise<void> {
  const token = await sdk.auth.login("customer", "emailpass", { ...login })
  if (typeof token !== "string") {
    throw new Error("This shop logs in with e-mail and password alone.")
  }
}
