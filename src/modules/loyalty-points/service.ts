import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"

import type { CapabilityContext } from "./capability"
import { createQueryMethods, createStores } from "./capabilities"
import type { CapabilityStores, QueryMethods } from "./capabilities"
import { DATA_SOURCE } from "./database/data-source"
import { joinerConfig } from "./joiner-config"
import type { LoyaltyPointsOptions } from "./options"
import { onStart } from "./start"

type Dependencies = {
  [DATA_SOURCE]: DataSource
  loyaltyPointsOptions: LoyaltyPointsOptions
  logger: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService
}

/** Carries each capability's store under its key, and the methods that Query calls. */
const CapabilityHost = class {
  constructor(context: CapabilityContext) {
    Object.assign(this, createStores(context), createQueryMethods(context))
  }
} as new (context: CapabilityContext) => CapabilityStores & QueryMethods

/**
 * The module's life cycle and options. What it does is reached by capability,
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
    return joinerConfig
  }

  /** The present time, as the option `clock` tells it. */
  now(): Date {
    return this.options.clock()
  }

  /** Other modules are there by now, which they are not when this one is made. */
  private async start(): Promise<void> {
    const { options, programs, dependencies } = this
    const eventBus = dependencies[Modules.EVENT_BUS]
    await onStart({ options, programs, eventBus, logger: dependencies.logger })
  }
}
