import { Client } from "pg"

/** A store that cannot write to a table for the moment. */
export interface TableGate {
  /** How many wait to write to it. */
  waiting(): Promise<number>
  /** It can be written to again; the connections that waited are gone. */
  open(): Promise<void>
}

/** From now on whoever writes to a table waits, until the gate opens. */
export async function closeTable(databaseUrl: string, table: string): Promise<TableGate> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const quoted = client.escapeIdentifier(table)
  await client.query(`BEGIN`)
  await client.query(`LOCK TABLE ${quoted} IN SHARE MODE`)
  const waiting = `FROM pg_locks WHERE relation = $1::regclass AND NOT granted`
  return {
    waiting: async () => (await client.query(`SELECT 1 ${waiting}`, [quoted])).rows.length,
    open: async () => {
      await client.query(`SELECT pg_terminate_backend(pid) ${waiting}`, [quoted])
      await client.query(`ROLLBACK`)
      await client.end()
    },
  }
}
