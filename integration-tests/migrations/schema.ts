import { DataSource } from "typeorm"

import { dataSourceOnUrl } from "../../src/modules/loyalty-points/database/data-source"

/** A DataSource with selected migrations, otherwise like the module's. */
export function withMigrations(
  url: string,
  migrations: DataSource["options"]["migrations"],
  schema?: string
): Promise<DataSource> {
  const { options } = dataSourceOnUrl({ clientUrl: url, schema }, 2)
  return new DataSource({ ...options, migrations }).initialize()
}

/** What a schema contains of ours, except TypeORM's list of migrations. */
export async function objectsIn(
  dataSource: DataSource,
  schema = "public"
): Promise<{ tables: string[]; functions: string[]; types: string[] }> {
  const names = async (sql: string) => {
    const rows = await dataSource.query<{ name: string }[]>(sql, [schema])
    return rows
      .map(({ name }) => name)
      .filter((name) => !name.includes("loyalty_points_migrations"))
  }
  return {
    tables: await names(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1) AND relkind IN ('r', 'S', 'v') ORDER BY 1`
    ),
    functions: await names(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1) ORDER BY 1`
    ),
    types: await names(
      `SELECT typname AS name FROM pg_type t
       WHERE typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1) AND typtype = 'c'
         AND NOT EXISTS (SELECT 1 FROM pg_class WHERE oid = t.typrelid AND relkind = 'r')
       ORDER BY 1`
    ),
  }
}

export const NOTHING = { tables: [], functions: [], types: [] }
