import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { LoyaltyEvents } from "../../modules/loyalty-points/events"
import type {
  LoyaltyTransactionDTO,
  OwnedTransaction,
  TransactionKind,
} from "../../modules/loyalty-points/ledger/types"
import { resolveLoyaltyPoints } from "./loyalty-points"

const EVENT_OF_KIND: Record<TransactionKind, string> = {
  earn: LoyaltyEvents.POINTS_EARNED,
  redeem: LoyaltyEvents.POINTS_REDEEMED,
  redeem_refund: LoyaltyEvents.POINTS_REFUNDED,
  earn_reversal: LoyaltyEvents.POINTS_REVERSED,
  expire: LoyaltyEvents.POINTS_EXPIRED,
  adjust: LoyaltyEvents.POINTS_ADJUSTED,
  bonus: LoyaltyEvents.BONUS_GIVEN,
  merge: LoyaltyEvents.POINTS_MERGED,
}

/** The account whose transactions are announced. */
type Announced = { id: string; customer_id: string }

/**
 * Emits events for an account's committed transactions. Those of another account among them (moved by a
 * merge) name that account's customer.
 */
export async function emitTransactions(
  container: MedusaContainer,
  account: Announced,
  transactions: LoyaltyTransactionDTO[]
): Promise<void> {
  const others = transactions
    .map(({ account_id }) => account_id)
    .filter((accountId) => accountId !== account.id)
  const found = others.length > 0 ? await accountsOf(container, others) : []
  const customers = new Map([account, ...found].map(({ id, customer_id }) => [id, customer_id]))
  await emitTransactionsOfMany(
    container,
    transactions.map((transaction) => ({
      customer_id: customers.get(transaction.account_id) ?? account.customer_id,
      transaction,
    }))
  )
}

const accountsOf = (container: MedusaContainer, ids: string[]): Promise<Announced[]> =>
  resolveLoyaltyPoints(container).accounts.byIds([...new Set(ids)])

/** `emitTransactions` for several customers, in one call to the bus. */
export async function emitTransactionsOfMany(
  container: MedusaContainer,
  written: OwnedTransaction[]
): Promise<void> {
  const events = written.map(({ customer_id, transaction }) => ({
    name: EVENT_OF_KIND[transaction.kind],
    data: eventData(customer_id, transaction),
  }))
  if (events.length > 0) {
    await container.resolve(Modules.EVENT_BUS).emit(events)
  }
}

function eventData(customerId: string, transaction: LoyaltyTransactionDTO) {
  return {
    id: transaction.account_id,
    customer_id: customerId,
    points: transaction.points,
    transaction_id: transaction.id,
    ...(transaction.order_id && { order_id: transaction.order_id }),
  }
}

/** `id` is the program; the other fields of the contract's payload do not apply to it. */
export async function emitProgramUpdated(container: MedusaContainer, id: string): Promise<void> {
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name: LoyaltyEvents.PROGRAM_UPDATED, data: { id } })
}
