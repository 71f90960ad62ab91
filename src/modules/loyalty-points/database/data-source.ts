import { DataSource } from "typeorm"
import type { DataSourceOptions } from "typeorm"

import { migrations } from "../../../../migrations"
import { entitiesOf } from "../assembly"
import { CAPABILITIES } from "../capabilities"
import { borrowedPoolDriver } from "./borrowed-pool"
import type { ConnectionLender } from "./borrowed-pool"

/** Key of the DataSource in the module's container. */
export const DATA_SOURCE = "loyaltyPointsDataSource"

const MIGRATIONS_TABLE = "loyalty_points_migrations"

/** How the module's options describe the database when Medusa runs migrations. */
export type DatabaseOptions = {
  clientUrl: string
  schema?: string
  driverOptions?: { connection?: { ssl?: unknown }; ssl?: unknown }
}

const commonOptions = {
  type: "postgres" as const,
  entities: entitiesOf(CAPABILITIES),
  migrations,
  migrationsTableName: MIGRATIONS_TABLE,
  metadataTableName: `${MIGRATIONS_TABLE}_metadata`,
  migrationsTransactionMode: "all" as const,
  installExtensions: false,
  synchronize: false,
  logging: false as const,
}

/** A DataSource on connections borrowed from Medusa: for the running store. */
export function dataSourceOnPool(lender: ConnectionLender): DataSource {
  return new DataSource({ ...commonOptions, driver: borrowedPoolDriver(lender) })
}

/** A DataSource with its own pool: for migrations, tests and the benchmark. */
export function dataSourceOnUrl(database: DatabaseOptions, poolSize = 10): DataSource {
  const schema = database.schema || "public"
  const ssl = database.driverOptions?.connection?.ssl ?? database.driverOptions?.ssl
  return new DataSource({
    ...commonOptions,
    url: database.clientUrl,
    schema,
    ssl: ssl as Extract<DataSourceOptions, { type: "postgres" }>["ssl"],
    poolSize,
    extra: { options: `-c search_path=${escapeOption(`"${schema.replaceAll('"', '""')}"`)}` },
  })
}

/** PostgreSQL splits connection options at spaces; a backslash escapes the next character. */
const escapeOption = (value: string): string => value.replace(/[\\\s]/g, "\\$&")
