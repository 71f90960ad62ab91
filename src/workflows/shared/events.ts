import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { LoyaltyEvents } from "../../modules/loyalty-points/events"
import type {
  LoyaltyTransactionDTO,
  OwnedTransaction,
  TransactionKind,
} from "../../modules/loyalty-points/ledger/types"

const EVENT_OF_KIND: Partial<Record<TransactionKind, string>> = {
  earn: LoyaltyEvents.POINTS_EARNED,
  redeem: LoyaltyEvents.POINTS_REDEEMED,
  redeem_refund: LoyaltyEvents.POINTS_REFUNDED,
  earn_reversal: LoyaltyEvents.POINTS_REVERSED,
  expire: LoyaltyEvents.POINTS_EXPIRED,
}

/** Tells the bus of one customer's transactions that are committed. `id` is the account. */
export async function emitTransactions(
  container: MedusaContainer,
  customerId: string,
  transactions: LoyaltyTransactionDTO[]
): Promise<void> {
  await emitTransactionsOfMany(
    container,
    transactions.map((transaction) => ({ customer_id: customerId, transaction }))
  )
}

/** `emitTransactions` for several customers, in one message to the bus. */
export async function emitTransactionsOfMany(
  container: MedusaContainer,
  written: OwnedTransaction[]
): Promise<void> {
  const events = written.flatMap(({ customer_id, transaction }) => {
    const name = EVENT_OF_KIND[transaction.kind]
    return name ? [{ name, data: eventData(customer_id, transaction) }] : []
  })
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
