import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { AnyMessageKind } from "../messages/message-kind"
import { type MessageReport, MessageRun } from "../messages/message-run"
import { MESSAGE_KINDS } from "./kinds"

/**
 * Sends messages that are waiting or failed earlier, of all prompt kinds unless others are named. Safe
 * to run in several processes at once. A kind whose messages cannot be read is logged and does not stop
 * the others.
 */
export async function sendMessages(
  container: MedusaContainer,
  kinds: readonly AnyMessageKind[] = MESSAGE_KINDS.filter(({ pace }) => pace === "prompt")
): Promise<MessageReport> {
  const reports = []
  for (const kind of kinds) {
    reports.push(await sendKind(container, kind))
  }
  return {
    sent: reports.reduce((sum, { sent }) => sum + sent, 0),
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
    skipped: reports.reduce((sum, { skipped }) => sum + skipped, 0),
  }
}

async function sendKind(container: MedusaContainer, kind: AnyMessageKind): Promise<MessageReport> {
  try {
    const run = await MessageRun.open(container, kind)
    await run.sendWaiting()
    return run.report
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`loyalty points: messages about ${kind.about} could not be sent`, error as Error)
    return { sent: 0, failed: 1, skipped: 0 }
  }
}

const sendMessagesStep = createStep(
  "loyalty-points-send-messages",
  async (_: object, { container }) => new StepResponse(await sendMessages(container))
)

/**
 * `sendMessages` as a workflow.
 *
 * @example
 * const { result } = await sendMessagesWorkflow(container).run({ input: {} })
 */
export const sendMessagesWorkflow = createWorkflow(
  "loyalty-points-send-messages",
  () => new WorkflowResponse(sendMessagesStep())
)
