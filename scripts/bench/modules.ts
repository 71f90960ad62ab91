import { asValue } from "@medusajs/framework/awilix"
import { MedusaApp, MedusaModule } from "@medusajs/framework/modules-sdk"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"

/** Warnings and errors only, since migrations log every step. */
const QUIET = { ...console, info: () => undefined }

/** A module as in `medusa-config.ts`. */
export interface ModuleToOpen {
  key: string
  resolve: string
}

/** A module that works on a database. */
export interface OpenModule<Service> {
  service: Service
  /** Brings the database up to the module's own migrations. */
  migrate(): Promise<void>
  close(): Promise<void>
}

/**
 * Loads one module as a store does: through Medusa's own loader, on Medusa's own pool with a number of
 * connections. No other modules are loaded.
 */
export async function openModule<Service>(
  { key, resolve }: ModuleToOpen,
  url: string,
  connections: number
): Promise<OpenModule<Service>> {
  const pool = { min: connections, max: connections }
  const database = { clientUrl: url, schema: "public", pool }
  const knex = ModulesSdkUtils.createPgConnection(database)
  const container = createMedusaContainer()
  container.register(ContainerRegistrationKeys.LOGGER, asValue(QUIET))
  const app = await MedusaApp({
    modulesConfig: { [key]: { resolve, definition: { key, label: key, isQueryable: false } } },
    sharedResourcesConfig: { database },
    sharedContainer: container,
    injectedDependencies: { [ContainerRegistrationKeys.PG_CONNECTION]: knex },
    cwd: __dirname,
  })
  const service = app.sharedContainer?.resolve<Service>(key)
  if (!service) {
    throw new Error(`Medusa did not load the module ${key}`)
  }
  return {
    service,
    migrate: () => app.runMigrations(),
    close: async () => {
      await app.onApplicationShutdown()
      MedusaModule.clearInstances()
      await knex.destroy()
    },
  }
}
