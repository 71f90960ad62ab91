import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { type MessageReport, MessageRun } from "../messages/message-run"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { expiryReminder } from "./expiry-reminder"
import { ReminderRun } from "./reminder-run"

/**
 * Reminds customers of expiring points, per the option `reminders`: each lot once per number of days,
 * all points of a wallet in one message. Safe to run in several processes at once. A message that
 * cannot be sent is retried in later runs, up to five attempts in all.
 */
export async function remindOfExpiry(container: MedusaContainer): Promise<MessageReport> {
  const messages = await MessageRun.open(container, expiryReminder)
  if (resolveLoyaltyPoints(container).options.reminders.days.length > 0) {
    await new ReminderRun(container, messages).remind()
    await messages.sendWaiting()
  }
  return messages.report
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
