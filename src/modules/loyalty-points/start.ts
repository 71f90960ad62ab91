import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"

import { programOf } from "../../validation/program"
import { LoyaltyEvents } from "./events"
import { handlersAreUnused, HANDLERS_UNUSED } from "./hook-slots"
import { underlyingError } from "./database/underlying-error"
import type { JournalStore } from "./journal/journal-store"
import type { LoyaltyPointsOptions } from "./options"
import type { ProgramStore } from "./program/program-store"

/** The author of versions that come from the options. */
export const OPTIONS_ACTOR = { type: "options", id: "medusa-config" }

const UNDEFINED_TABLE = "42P01"
const UNDEFINED_FUNCTION = "42883"

type StartedModule = {
  options: LoyaltyPointsOptions
  programs: ProgramStore
  journal: JournalStore
  eventBus: IEventBusModuleService
  logger: Logger
}

/**
 * Runs once a store has loaded everything: creates the programs of the options, continues the journal's
 * positions after a restore, and warns of unused hook slots. Medusa swallows errors here, so they are
 * logged.
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
  try {
    await continueJournal(started)
  } catch (error) {
    if (!isMissing(error)) {
      started.logger.error("loyalty points: the feed could not be checked", error as Error)
    }
  }
}

/** Before anything is written: readers would miss a line with a lower position than earlier ones. */
async function continueJournal({ journal, logger }: StartedModule): Promise<void> {
  if (await journal.continuePositions()) {
    logger.info(
      "loyalty points: the database was restored; the feed continues after the last position"
    )
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

/** The database has not been migrated yet. */
const isMissing = (error: unknown): boolean =>
  [UNDEFINED_TABLE, UNDEFINED_FUNCTION].includes(underlyingError(error).code ?? "")

function notCreated(error: unknown): string {
  const problem = "medusa-plugin-loyalty-points: the programs of the options were not created: "
  return isMissing(error)
    ? `${problem}the database has no tables for them yet. Run “npx medusa db:migrate”, then start the store again.`
    : `${problem}${(error as Error).message}. The store tries again when it next starts.`
}
