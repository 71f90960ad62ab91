import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUsersWorkflow } from "@medusajs/medusa/core-flows"

type Container = ExecArgs["container"]

/**
 * Run by `medusa exec`, for what cannot be done over HTTP: creates the merchant ADMIN_EMAIL, or sets
 * their password to ADMIN_PASSWORD; also sets the password of the shopper CUSTOMER_EMAIL, if they are
 * registered. The merchant comes last: if the merchant can log in, all of this is done.
 */
export default async function ensureLogins({ container }: ExecArgs): Promise<void> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD, CUSTOMER_EMAIL, CUSTOMER_PASSWORD } = process.env
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD) {
    throw new Error("ADMIN_EMAIL or ADMIN_PASSWORD is missing.")
  }
  if (CUSTOMER_EMAIL && CUSTOMER_PASSWORD) {
    await setPassword(container, CUSTOMER_EMAIL, CUSTOMER_PASSWORD)
  }
  await ensureMerchant(container, ADMIN_EMAIL, ADMIN_PASSWORD)
}

async function ensureMerchant(container: Container, email: string, password: string) {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await container.resolve(Modules.USER).listUsers({ email })
  const user = known ?? (await createUser(container, email))
  const { authIdentity } = await auth.register("emailpass", { body: { email, password } })
  if (authIdentity) {
    await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: user.id } })
  } else {
    await setPassword(container, email, password)
  }
}

/** Sets the password of a login; does nothing if there is no such login. */
async function setPassword(container: Container, email: string, password: string): Promise<void> {
  await container.resolve(Modules.AUTH).updateProvider("emailpass", { entity_id: email, password })
}

async function createUser(container: Container, email: string) {
  const { result } = await createUsersWorkflow(container).run({ input: { users: [{ email }] } })
  const [user] = result
  if (!user) {
    throw new Error(`The user ${email} was not created.`)
  }
  return user
}
