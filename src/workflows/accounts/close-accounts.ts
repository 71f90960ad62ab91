import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { LoyaltyTransactionDTO } from "../../modules/loyalty-points/ledger/types"
import { emitTransactions } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

/**
 * Closes a deleted customer's accounts: what is left is written off, and the customer's id is replaced
 * by an anonymous one. The journal stays. Safe to repeat.
 *
 * @returns the transactions written, committed when this returns
 */
export async function closeAccountsOfCustomer(
  container: MedusaContainer,
  customerId: string
): Promise<LoyaltyTransactionDTO[]> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const written: LoyaltyTransactionDTO[] = []
  for (const { id } of await loyaltyPoints.listLoyaltyAccounts({ customer_id: customerId })) {
    const transactions = await loyaltyPoints.ledger.close(id)
    await emitTransactions(container, await loyaltyPoints.accounts.retrieve(id), transactions)
    written.push(...transactions)
  }
  return written
}

const closeAccountsStep = createStep(
  "loyalty-points-close-accounts",
  async ({ customer_id }: { customer_id: string }, { container }) =>
    new StepResponse(await closeAccountsOfCustomer(container, customer_id))
)

/**
 * `closeAccountsOfCustomer` as a workflow. It cannot be undone and has no compensation.
 *
 * @example
 * await closeAccountsWorkflow(container).run({ input: { customer_id: "cus_01" } })
 */
export const closeAccountsWorkflow = createWorkflow(
  "loyalty-points-close-accounts",
  (input: { customer_id: string }) => new WorkflowResponse(closeAccountsStep(input))
)
