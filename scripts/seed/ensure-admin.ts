import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUsersWorkflow } from "@medusajs/medusa/core-flows"

/**
 * Run by `medusa exec`: makes the merchant of ADMIN_EMAIL, or sets their password to
 * ADMIN_PASSWORD. The first merchant of a store cannot be made over HTTP.
 */
export default async function ensureAdmin({ container }: ExecArgs): Promise<void> {
  const email = required("ADMIN_EMAIL")
  const password = required("ADMIN_PASSWORD")
  const auth = container.resolve(Modules.AUTH)
  const [known] = await container.resolve(Modules.USER).listUsers({ email })
  const user = known ?? (await createUser(container, email))
  const registered = await auth.register("emailpass", { body: { email, password } })
  if (registered.authIdentity) {
    await auth.updateAuthIdentities({
      id: registered.authIdentity.id,
      app_metadata: { user_id: user.id },
    })
  } else {
    await auth.updateProvider("emailpass", { entity_id: email, password })
  }
}

async function createUser(container: ExecArgs["container"], email: string) {
  const { result } = await createUsersWorkflow(container).run({ input: { users: [{ email }] } })
  const [user] = result
  if (!user) {
    throw new Error(`The user ${email} was not made.`)
  }
  return user
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is missing.`)
  }
  return value
}
