import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"

import { programOf } from "../../validation/program"
import { LoyaltyEvents } from "./events"
import { handlersAreUnused, HANDLERS_UNUSED } from "./hook-slots"
import { underlyingError } from "./database/underlying-error"
import type { LoyaltyPointsOptions } from "./options"
import type { ProgramStore } from "./program/program-store"

/** Who made a version that came from the options. */
export const OPTIONS_ACTOR = { type: "options", id: "medusa-config" }

const UNDEFINED_TABLE = "42P01"

type StartedModule = {
  options: LoyaltyPointsOptions
  programs: ProgramStore
  eventBus: IEventBusModuleService
  logger: Logger
}

/**
 * What the module does once a store has loaded everything: it creates the programs of the options
 * and warns of hook slots that nobody uses. Medusa swallows errors here, so they are logged.
 */
export async function onStart(started: StartedModule): Promise<void> {
  if (handlersAreUnused()) {
    started.logger.warn(HANDLERS_UNUSED)
  }
  try {
    await createPrograms(started)
  } catch (error) {
    started.logger.error(notCreated(error))
  }
}

async function createPrograms({ options, programs, eventBus, logger }: StartedModule) {
  if (options.programs.length === 0) {
    return
  }
  const inputs = options.programs.map(programOf)
  const created = await programs.createFirst(inputs, OPTIONS_ACTOR, options.clock())
  if (created.length === 0) {
    return
  }
  const codes = created.map(({ currency_code }) => currency_code).join(", ")
  logger.info(`loyalty points: created the programs of the options for ${codes}`)
  await eventBus.emit(
    created.map(({ id }) => ({ name: LoyaltyEvents.PROGRAM_UPDATED, data: { id } }))
  )
}

function notCreated(error: unknown): string {
  const problem = "medusa-plugin-loyalty-points: the programs of the options were not created: "
  return underlyingError(error).code === UNDEFINED_TABLE
    ? `${problem}the database has no tables for them yet. Run “npx medusa db:migrate”, then start the store again.`
    : `${problem}${(error as Error).message}. The store tries again when it next starts.`
}
