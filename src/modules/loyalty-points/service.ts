import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"

import { joinerConfigOf, queryMethodsOf, storesOf } from "./assembly"
import type { QueryMethodsOf, StoresOf } from "./assembly"
import { CAPABILITIES } from "./capabilities"
import type { ModuleContext } from "./capability-context"
import { DATA_SOURCE } from "./database/data-source"
import { LOYALTY_POINTS_MODULE } from "./key"
import type { LoyaltyPointsOptions } from "./options"
import { onStart } from "./start"

type Dependencies = {
  [DATA_SOURCE]: DataSource
  loyaltyPointsOptions: LoyaltyPointsOptions
  logger: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService
}

const JOINER_CONFIG = joinerConfigOf(LOYALTY_POINTS_MODULE, CAPABILITIES)

/** Has each capability's store under its key, and the methods that Query calls. */
const CapabilityHost = class {
  constructor(context: ModuleContext) {
    Object.assign(this, storesOf(CAPABILITIES, context), queryMethodsOf(CAPABILITIES, context))
  }
} as new (
  context: ModuleContext
) => StoresOf<typeof CAPABILITIES> & QueryMethodsOf<typeof CAPABILITIES>

/**
 * The module's life cycle and options. Its functions are grouped by capability,
 * `loyaltyPoints.ledger.hold(…)`; the methods named list… are for Medusa's Query. Both are assembled
 * from `capabilities.ts`.
 */
export default class LoyaltyPointsModuleService extends CapabilityHost {
  readonly __hooks = {
    onApplicationStart: async () => this.start(),
    onApplicationShutdown: async () => this.dependencies[DATA_SOURCE].destroy(),
  }
  readonly options: LoyaltyPointsOptions

  constructor(private readonly dependencies: Dependencies) {
    const { loyaltyPointsOptions: options, [DATA_SOURCE]: dataSource } = dependencies
    super({ dataSource, options, now: () => options.clock() })
    this.options = options
  }

  __joinerConfig() {
    return JOINER_CONFIG
  }

  /** The current time, from the option `clock`. */
  now(): Date {
    return this.options.clock()
  }

  /** By now the other modules exist, which they do not when this one is created. */
  private async start(): Promise<void> {
    const { options, programs, journal, dependencies } = this
    const eventBus = dependencies[Modules.EVENT_BUS]
    await onStart({ options, programs, journal, eventBus, logger: dependencies.logger })
  }
}
