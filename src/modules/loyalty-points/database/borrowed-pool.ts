import { EventEmitter } from "node:events"

/** The part of a node-pg client that TypeORM uses. */
export type PgClient = EventEmitter & { query: (...args: never[]) => unknown }

/** The part of Medusa's knex connection that lends connections; semi-internal, pinned by a test. */
export type ConnectionLender = {
  client: {
    acquireConnection(): Promise<PgClient>
    releaseConnection(connection: PgClient): Promise<void>
  }
}

type ConnectCallback = (
  error: Error | undefined,
  client?: PgClient,
  release?: (destroy?: unknown) => void
) => void

/**
 * A `driver` for TypeORM's DataSource whose Pool borrows every connection from Medusa's own pool,
 * so that the plugin opens none: size, SSL and search_path are the store's.
 * Ending the pool does nothing: Medusa closes its connections itself.
 */
export function borrowedPoolDriver(lender: ConnectionLender): { Pool: new () => EventEmitter } {
  class BorrowedPool extends EventEmitter {
    connect(callback: ConnectCallback): void {
      lender.client.acquireConnection().then(
        (client) => callback(undefined, client, () => void lender.client.releaseConnection(client)),
        (error: Error) => callback(error)
      )
    }

    end(callback?: () => void): void {
      callback?.()
    }
  }
  return { Pool: BorrowedPool }
}
