import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { LoyaltyTransactionDTO, MergeInput } from "../../modules/loyalty-points/ledger/types"
import { emitTransactions } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

const mergeAccountsStep = createStep(
  "loyalty-points-merge-accounts",
  async (input: MergeInput, { container }) => {
    const loyaltyPoints = resolveLoyaltyPoints(container)
    const before = await loyaltyPoints.accounts.retrieve(input.account_id)
    const owned = await loyaltyPoints.listLoyaltyAccounts({ customer_id: before.customer_id })
    const open = new Set(owned.filter(({ closed_at }) => !closed_at).map(({ id }) => id))
    const transactions = await loyaltyPoints.ledger.merge(input)
    const isNew = ({ account_id, source }: LoyaltyTransactionDTO) =>
      open.has(account_id) || open.has(source?.id ?? "")
    await emitTransactions(container, before, transactions.filter(isNew))
    return new StepResponse(transactions)
  }
)

/**
 * Merges one account into another, for a person who had two: all points, with their expiry, and any
 * debt move, and the account is closed for good. The customer's accounts in other wallets are merged
 * too, each into the other customer's account in that wallet, which is opened if missing. What the
 * customer's orders still earn or lose moves on as well. There is no compensation: a merge cannot be
 * undone.
 *
 * @returns the transactions of both accounts; when repeated, those of the first merge and what has
 * moved since
 * @throws NOT_ALLOWED when one of them is closed, or while points of the first are held by an order
 * that is being completed; INVALID_DATA for the same account twice or for two wallets; NOT_FOUND
 * @example
 * await mergeAccountsWorkflow(container).run({
 *   input: { account_id: "lacc_01", into_account_id: "lacc_02", reason: "Registered twice" },
 * })
 */
export const mergeAccountsWorkflow = createWorkflow(
  "loyalty-points-merge-accounts",
  (input: MergeInput) => new WorkflowResponse(mergeAccountsStep(input))
)
