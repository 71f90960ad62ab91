import { createMedusaContainer, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"

import { DATA_SOURCE } from "../../src/modules/loyalty-points/database/data-source"
import { LOYALTY_POINTS_MODULE } from "../../src/modules/loyalty-points/key"
import { parseOptions } from "../../src/modules/loyalty-points/options"
import type { LoyaltyPointsPluginOptions } from "../../src/modules/loyalty-points/options"
import LoyaltyPointsModuleService from "../../src/modules/loyalty-points/service"

type Given = {
  options: LoyaltyPointsPluginOptions
  /** What stands in for other modules, by their keys in the container. */
  modules?: Record<string, unknown>
}

/** Errors that were logged, and a container in which workflows find the service. */
export type ServiceContainer = { container: MedusaContainer; errors: string[] }

/**
 * The module's service on a test's ledger, for workflows that ask Medusa little or nothing: what
 * they ask is stood in for. Nobody hears its events.
 */
export function serviceOn(
  dataSource: DataSource,
  { options, modules = {} }: Given
): ServiceContainer {
  const errors: string[] = []
  const logger = {
    info: () => undefined,
    warn: () => undefined,
    error: (message: string) => void errors.push(message),
  }
  const nothing = async () => undefined
  const bus = { emit: nothing, releaseGroupedEvents: nothing, clearGroupedEvents: nothing }
  const service = new LoyaltyPointsModuleService({
    [DATA_SOURCE]: dataSource,
    loyaltyPointsOptions: parseOptions(options),
    ...{ logger, [Modules.EVENT_BUS]: bus },
  } as never)
  const container = createMedusaContainer()
  const found = { logger, [Modules.EVENT_BUS]: bus, [LOYALTY_POINTS_MODULE]: service, ...modules }
  container.register(
    Object.fromEntries(Object.entries(found).map(([key, one]) => [key, { resolve: () => one }]))
  )
  return { container, errors }
}
