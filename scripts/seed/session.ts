import type { HttpClient } from "../lib/http"

/** An e-mail address and its password. */
export interface Login {
  email: string
  password: string
}

/** Who logs in: a merchant (`user`) or a shopper (`customer`). */
export type Actor = "user" | "customer"

/** Logs in; undefined when the server does not accept the login. */
export async function logIn(
  client: HttpClient,
  actor: Actor,
  login: Login
): Promise<HttpClient | undefined> {
  const { status, body } = await client.post<{ token?: string }>(`/auth/${actor}/emailpass`, login)
  return status === 200 && body.token ? client.withToken(body.token) : undefined
}
