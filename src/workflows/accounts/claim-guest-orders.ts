import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { LoyaltyTransactionDTO } from "../../modules/loyalty-points/ledger/types"
import { settleOrder } from "../settlement/settle-order"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { isEmailProven } from "./email-proof"
import { listGuestOrders } from "./guest-orders"

/** `failed_order_ids` could not be settled, for reasons in the log: claim again to retry them. */
export type ClaimReport = {
  order_ids: string[]
  failed_order_ids: string[]
  transactions: LoyaltyTransactionDTO[]
}

/**
 * Makes a guest's orders belong to a registered customer with the same e-mail address, and settles
 * them: they earn as if the customer had placed them, under the rules of their time, and the points
 * live from now on. The first claim of an order wins.
 *
 * The caller must have verified that the address is the customer's, as `claimIfProven` does.
 *
 * @throws NOT_FOUND without such a customer; NOT_ALLOWED for a guest or a closed account
 */
export async function claimGuestOrders(
  container: MedusaContainer,
  customerId: string
): Promise<ClaimReport> {
  const customer = await retrieveMember(container, customerId)
  const report: ClaimReport = { order_ids: [], failed_order_ids: [], transactions: [] }
  if (!customer.email) {
    return report
  }
  const account = await resolveLoyaltyPoints(container).accounts.ensure(customer.id)
  for (const orderId of await listGuestOrders(container, customer.email)) {
    await claimOrder(container, account.id, orderId, report)
  }
  return report
}

/**
 * `claimGuestOrders` for a customer who asks for it.
 *
 * @throws NOT_ALLOWED if the option `guestOrders.claim` is off or the customer's e-mail address is not
 * proven to be theirs
 */
export async function claimIfProven(
  container: MedusaContainer,
  customerId: string
): Promise<ClaimReport> {
  if (!resolveLoyaltyPoints(container).options.guestOrders.claim) {
    throw refusal("This store gives no points for orders placed before you registered")
  }
  const customer = await retrieveMember(container, customerId)
  if (!(await isEmailProven(container, customer))) {
    throw refusal("Verify your e-mail address to get points for the orders you placed with it")
  }
  return claimGuestOrders(container, customerId)
}

/** One order that cannot be settled does not stop the others. */
async function claimOrder(
  container: MedusaContainer,
  accountId: string,
  orderId: string,
  report: ClaimReport
): Promise<void> {
  try {
    const source = { type: "order", id: orderId }
    if (await resolveLoyaltyPoints(container).ledger.claim(accountId, source)) {
      report.transactions.push(...(await settleOrder(container, orderId)))
      report.order_ids.push(orderId)
    }
  } catch (error) {
    report.failed_order_ids.push(orderId)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`loyalty points: guest order ${orderId} could not be claimed`, error as Error)
  }
}

async function retrieveMember(
  container: MedusaContainer,
  customerId: string
): Promise<CustomerDTO> {
  const customer = await container.resolve(Modules.CUSTOMER).retrieveCustomer(customerId)
  if (!customer.has_account) {
    throw refusal(`Customer ${customerId} is a guest: only registered customers have points`)
  }
  return customer
}

const refusal = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

const claimGuestOrdersStep = createStep(
  "loyalty-points-claim-guest-orders",
  async ({ customer_id }: { customer_id: string }, { container }) =>
    new StepResponse(await claimGuestOrders(container, customer_id))
)

/**
 * `claimGuestOrders` as a workflow, for a store that has verified the e-mail address itself. It
 * requires no proof and ignores the option.
 *
 * @example
 * const { result } = await claimGuestOrdersWorkflow(container).run({ input: { customer_id } })
 */
export const claimGuestOrdersWorkflow = createWorkflow(
  "loyalty-points-claim-guest-orders",
  (input: { customer_id: string }) => new WorkflowResponse(claimGuestOrdersStep(input))
)
