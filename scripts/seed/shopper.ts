import type { HttpTypes } from "@medusajs/framework/types"
import type { HttpClient } from "../lib/http"
import { logIn, type Login } from "./session"

/** A shopper's personal data. */
export interface ShopperPlan extends Login {
  firstName: string
  lastName: string
}

/** A logged-in shopper. */
export interface Shopper {
  id: string
  client: HttpClient
}

/**
 * Registers a shopper through the store's API, if they are not registered, and logs them in.
 *
 * @param store a client with a publishable key
 */
export async function seedShopper(store: HttpClient, plan: ShopperPlan): Promise<Shopper> {
  const { email, password } = plan
  const known = await logIn(store, "customer", { email, password })
  if (known) {
    const customer = await whoAmI(known)
    return customer ? { id: customer.id, client: known } : createCustomer(store, known, plan)
  }
  const { token } = await store.mustPost<{ token: string }>("/auth/customer/emailpass/register", {
    email,
    password,
  })
  return createCustomer(store, store.withToken(token), plan)
}

async function whoAmI(client: HttpClient): Promise<HttpTypes.StoreCustomer | undefined> {
  const { status, body } = await client.get<HttpTypes.StoreCustomerResponse>("/store/customers/me")
  return status === 200 ? body.customer : undefined
}

/** The second half of a registration; afterwards a new token is needed. */
async function createCustomer(
  store: HttpClient,
  registered: HttpClient,
  { email, password, firstName, lastName }: ShopperPlan
): Promise<Shopper> {
  const { customer } = await registered.mustPost<HttpTypes.StoreCustomerResponse>(
    "/store/customers",
    { email, first_name: firstName, last_name: lastName }
  )
  const client = await logIn(store, "customer", { email, password })
  if (!client) {
    throw new Error(`${email} cannot log in after registering.`)
  }
  return { id: customer.id, client }
}
