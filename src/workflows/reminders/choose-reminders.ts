import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { resolveLoyaltyPoints } from "../shared/loyalty-points"

export type ChooseRemindersInput = {
  customer_id: string
  /** The wallet of the points; `points` by default. */
  wallet?: string
  /** Whether the customer wants to be reminded of expiring points. */
  expiry_reminders: boolean
}

const chooseRemindersStep = createStep(
  "loyalty-points-choose-reminders",
  async ({ customer_id, wallet, expiry_reminders }: ChooseRemindersInput, { container }) => {
    const loyaltyPoints = resolveLoyaltyPoints(container)
    const { code } = loyaltyPoints.wallets.named(wallet)
    const before = await loyaltyPoints.accounts.ensure(customer_id, loyaltyPoints.now(), code)
    await loyaltyPoints.reminders.choose(before.id, expiry_reminders)
    return new StepResponse(await loyaltyPoints.accounts.retrieve(before.id), before)
  },
  async (before, { container }) => {
    if (before) {
      await resolveLoyaltyPoints(container).reminders.choose(before.id, before.expiry_reminders)
    }
  }
)

/**
 * Stores whether a customer wants to be reminded of expiring points.
 *
 * @returns their account
 * @throws INVALID_DATA for a wallet that the store does not have
 * @example
 * await chooseRemindersWorkflow(container).run({
 *   input: { customer_id: "cus_01", expiry_reminders: false },
 * })
 */
export const chooseRemindersWorkflow = createWorkflow(
  "loyalty-points-choose-reminders",
  (input: ChooseRemindersInput) => new WorkflowResponse(chooseRemindersStep(input))
)
