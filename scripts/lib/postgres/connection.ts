import { Client } from "pg"
import { codeOf, Problem } from "../problem"

/** Runs `work` on its own connection. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same server's address with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.toString()
}

/** Creates a database, as a copy of `template` if one is named. */
export async function createDatabase(
  url: string,
  name: string,
  template?: string
): Promise<string> {
  await withClient(url, async (client) => {
    const quote = (text: string) => client.escapeIdentifier(text)
    const copy = template === undefined ? "" : ` TEMPLATE ${quote(template)}`
    await client.query(`CREATE DATABASE ${quote(name)}${copy}`)
  })
  return withDatabase(url, name)
}

/** Drops a database, disconnecting its clients. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)
  )
}

/** Stores a text with a database, which is dropped with it. */
export async function writeMark(url: string, mark: string): Promise<void> {
  await withClient(url, (client) => {
    const name = client.escapeIdentifier(client.database ?? "")
    return client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(mark)}`)
  })
}

/** The text that {@link writeMark} left. */
export async function readMark(url: string): Promise<string | undefined> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ mark: string | null }>(
      "SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()"
    )
  )
  return rows[0]?.mark ?? undefined
}

/** Throws a {@link Problem} that says what to do when a database cannot be used. */
export async function requireConnection(url: string): Promise<void> {
  if (!URL.canParse(url)) {
    throw new Problem(
      "DATABASE_URL is not an address. Write it as postgres://user:password@host:5432/database."
    )
  }
  try {
    await withClient(url, (client) => client.query("SELECT 1"))
  } catch (error) {
    throw new Problem(reasonFor(error, new URL(url)))
  }
}

function reasonFor(error: unknown, { hostname, port, pathname, username }: URL): string {
  const server = `${hostname}:${port || "5432"}`
  const database = decodeURIComponent(pathname.slice(1))
  switch (codeOf(error)) {
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
    case "EAI_AGAIN":
      return `No PostgreSQL answers at ${server}. Start it, or correct DATABASE_URL.`
    case "3D000":
      return `The database “${database}” does not exist at ${server}. Create it (createdb ${database}), or correct DATABASE_URL.`
    case "28P01":
    case "28000":
      return `PostgreSQL at ${server} refuses the user “${username}”. Correct the user or password in DATABASE_URL.`
    default:
      return `The database at ${server} cannot be used: ${(error as Error).message}. Fix it, or correct DATABASE_URL.`
  }
}
