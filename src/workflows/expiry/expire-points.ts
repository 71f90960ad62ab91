import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { emitTransactionsOfMany } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { expireInChunks } from "./expire-in-chunks"
import type { ExpiryListener, ExpiryReport } from "./expire-in-chunks"

/** `chunk_size`: accounts per transaction, 100 by default. */
export type ExpireInput = { chunk_size?: number }

/** Accounts between two lines in the log. */
const LOG_EVERY = 10_000

/**
 * Expires the due points of all accounts, except those kept for holds, and emits events after each
 * chunk's commit. Safe to run at any time and in several processes at once: each lot expires once. Even
 * before it runs, no account shows more available points than can be spent.
 */
export async function expirePoints(
  container: MedusaContainer,
  { chunk_size }: ExpireInput = {}
): Promise<ExpiryReport> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  return expireInChunks(
    {
      expireDue: (request) => loyaltyPoints.expiry.expireDue(request),
      firstDue: (after) => loyaltyPoints.expiry.firstDue(after),
    },
    listenerOf(container),
    chunk_size
  )
}

function listenerOf(container: MedusaContainer): ExpiryListener {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let logged = 0
  return {
    expired: async (chunk, { accounts, points }) => {
      if (accounts - logged >= LOG_EVERY) {
        logged = accounts
        logger.info(`loyalty points: ${points} points of ${accounts} accounts expired so far`)
      }
      try {
        await emitTransactionsOfMany(container, chunk)
      } catch (error) {
        logger.error("loyalty points: expired points could not be announced", error as Error)
      }
    },
    failed: (accountId, error) =>
      logger.error(`loyalty points: points of ${accountId} could not expire`, error as Error),
  }
}

const expirePointsStep = createStep(
  "loyalty-points-expire-points",
  async (input: ExpireInput, { container }) =>
    new StepResponse(await expirePoints(container, input))
)

/**
 * `expirePoints` as a workflow.
 *
 * @example
 * const { result } = await expirePointsWorkflow(container).run({ input: {} })
 */
export const expirePointsWorkflow = createWorkflow(
  "loyalty-points-expire-points",
  (input: ExpireInput) => new WorkflowResponse(expirePointsStep(input))
)
