/** A node-pg error as TypeORM exposes it. */
export type PgError = Error & {
  code?: string
  detail?: string
  constraint?: string
  driverError?: PgError
}

/** The node-pg error inside TypeORM's QueryFailedError. */
export function underlyingError(error: unknown): PgError {
  const pgError = error as PgError
  return pgError.driverError ?? pgError
}
