import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { lotDates } from "../../domain/earning/validity"
import { DEFAULT_RULES } from "../../domain/program/rules"
import type { Actor } from "../../modules/loyalty-points/ledger/types"
import type LoyaltyPointsModuleService from "../../modules/loyalty-points/service"
import { emitTransactions } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

export type AdjustPointsInput = {
  account_id: string
  /** Signed, not 0. */
  points: number
  reason: string
  /** Expiry of added points; null: never. By default they live as long as earned points. */
  expires_at?: Date | null
  idempotency_key?: string
  actor?: Actor
}

const adjustPointsStep = createStep(
  "loyalty-points-adjust",
  async (input: AdjustPointsInput, { container }) => {
    const loyaltyPoints = resolveLoyaltyPoints(container)
    const { transaction, is_new } = await adjust(loyaltyPoints, input)
    if (is_new) {
      const account = await loyaltyPoints.accounts.retrieve(input.account_id)
      await emitTransactions(container, account, [transaction])
    }
    return new StepResponse(transaction)
  }
)

async function adjust(loyaltyPoints: LoyaltyPointsModuleService, input: AdjustPointsInput) {
  const { account_id, points, reason, actor } = input
  const entry = {
    account_id,
    kind: "adjust" as const,
    points: Math.abs(points),
    reason,
    actor,
    ...(input.idempotency_key && {
      idempotency_key: `adjust:${input.idempotency_key}`,
      input: { account_id, points, reason, expires_at: input.expires_at },
    }),
  }
  if (points < 0) {
    return loyaltyPoints.ledger.debit(entry)
  }
  // One moment for both: points whose day ends meanwhile would have expired before they were given.
  const now = loyaltyPoints.now()
  const expires_at =
    input.expires_at === undefined ? await defaultExpiry(loyaltyPoints, now) : input.expires_at
  return loyaltyPoints.ledger.credit({ ...entry, expires_at }, now)
}

/** Points belong to no currency: of several programs the one that lets them live longest counts. */
async function defaultExpiry(
  loyaltyPoints: LoyaltyPointsModuleService,
  now: Date
): Promise<Date | null> {
  const programs = await loyaltyPoints.listLoyaltyPrograms({ is_enabled: true })
  const expiries = (programs.length > 0 ? programs : [DEFAULT_RULES]).map(
    (rules) => lotDates({ ...rules, pending_days: 0 }, now, loyaltyPoints.options).expires_at
  )
  if (expiries.includes(null)) {
    return null
  }
  return expiries.reduce((latest, expiry) => ((expiry ?? 0) > (latest ?? 0) ? expiry : latest))
}

/**
 * Gives or takes points by hand, with a reason.
 *
 * @returns the transaction; if the key was used before, the first one
 * @throws NOT_ALLOWED when more is taken than is available; DUPLICATE_ERROR if the key was used with
 * other input; NOT_FOUND if there is no such account
 * @example
 * await adjustPointsWorkflow(container).run({
 *   input: { account_id: "lacc_01", points: -100, reason: "Bought by mistake" },
 * })
 */
export const adjustPointsWorkflow = createWorkflow(
  "loyalty-points-adjust",
  (input: AdjustPointsInput) => new WorkflowResponse(adjustPointsStep(input))
)
