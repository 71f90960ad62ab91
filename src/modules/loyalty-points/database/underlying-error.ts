/** What TypeORM leaves of an error of node-pg. */
export type PgError = Error & {
  code?: string
  detail?: string
  constraint?: string
  driverError?: PgError
}

/** The error of node-pg inside TypeORM's QueryFailedError. */
export function underlyingError(error: unknown): PgError {
  const pgError = error as PgError
  return pgError.driverError ?? pgError
}
