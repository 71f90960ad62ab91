import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"

import { dataSourceOnUrl } from "./data-source"
import type { DatabaseOptions } from "./data-source"

type MigrationScriptArguments = {
  options?: { database?: DatabaseOptions } & Record<string, unknown>
  logger?: Logger
  migrationNames?: string[]
}

/** Run by `medusa db:migrate`: all or none of the pending migrations. */
export async function runMigrations(args: MigrationScriptArguments): Promise<{ name: string }[]> {
  return withDataSource(args, async (dataSource) => {
    const done = await dataSource.runMigrations({ transaction: "all" })
    done.forEach(({ name }) => args.logger?.info(`Migrated loyalty points: ${name}`))
    return done.map(({ name }) => ({ name }))
  })
}

/** Run by `medusa db:rollback`: the last migration, or as many as Medusa names. */
export async function revertMigration(args: MigrationScriptArguments): Promise<void> {
  await withDataSource(args, async (dataSource) => {
    const count = args.migrationNames?.length || 1
    for (let i = 0; i < count; i++) {
      await dataSource.undoLastMigration({ transaction: "all" })
    }
    args.logger?.info(`Rolled back ${count} migration(s) of loyalty points`)
  })
}

/** Migrations of this module are written by hand. */
export async function generateMigration({ logger }: MigrationScriptArguments): Promise<void> {
  logger?.info("Migrations of loyalty points are written by hand in migrations/")
}

async function withDataSource<T>(
  { options }: MigrationScriptArguments,
  work: (dataSource: DataSource) => Promise<T>
): Promise<T> {
  const database = options?.database
  if (!database?.clientUrl) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "loyalty points: no database URL is configured; set projectConfig.databaseUrl"
    )
  }
  const dataSource = await dataSourceOnUrl(database, 2).initialize()
  try {
    return await work(dataSource)
  } finally {
    await dataSource.destroy()
  }
}
