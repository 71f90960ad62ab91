import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { ValuingProgram } from "../../domain/reminders/worth"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { currencyOf } from "../shared/money"
import { ReminderRun, type ReminderReport } from "./reminder-run"

/**
 * Reminds customers of points that will expire, as the option `reminders` says: each lot once for
 * each number of days, all of a customer's points in one message. Safe to run in several processes
 * at once. A message that cannot be sent is tried again in later runs, five times in all.
 */
export async function remindOfExpiry(container: MedusaContainer): Promise<ReminderReport> {
  const run = new ReminderRun({ container, programs: await valuingPrograms(container) })
  if (resolveLoyaltyPoints(container).options.reminders.days.length > 0) {
    await run.remind()
    await run.tryAgain()
  }
  return run.report
}

/** The programs that are switched on, the oldest first. */
async function valuingPrograms(container: MedusaContainer): Promise<ValuingProgram[]> {
  const programs = await resolveLoyaltyPoints(container).listLoyaltyPrograms(
    { is_enabled: true },
    { order: { created_at: "ASC" } }
  )
  return programs.map(({ id, point_value, currency_code }) => ({
    id,
    point_value,
    currency: currencyOf(currency_code),
  }))
}

const remindOfExpiryStep = createStep(
  "loyalty-points-remind-of-expiry",
  async (_: object, { container }) => new StepResponse(await remindOfExpiry(container))
)

/**
 * `remindOfExpiry` as a workflow.
 *
 * @example
 * const { result } = await remindOfExpiryWorkflow(container).run({ input: {} })
 */
export const remindOfExpiryWorkflow = createWorkflow(
  "loyalty-points-remind-of-expiry",
  () => new WorkflowResponse(remindOfExpiryStep())
)
