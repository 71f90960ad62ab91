import { RULE_FIELDS } from "../../../domain/program/rules"
import { toRedemption } from "../checkout/redemption-dto"
import type { LoyaltyRedemptionDTO, RedemptionRow } from "../checkout/redemption-dto"
import { toTransaction } from "../ledger/rows"
import type { TransactionRow } from "../ledger/rows"
import type { LoyaltyTransactionDTO } from "../ledger/types"
import { toProgram } from "../program/program-dto"
import type { LoyaltyProgram } from "../program/program.entity"
import type { LoyaltyProgramDTO } from "../program/types"
import type { Queryable } from "./queryable"

const columns = (alias: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `${alias}.${name}`]))

/** The key that a transaction's id names; what is no such id names none. */
const transactionKey = (place: string): string => {
  const part = (index: number) =>
    `CASE WHEN ${place}::text ~ '^ltx_\\d{1,18}_\\d{1,18}$' THEN split_part(${place}::text, '_', ${index})::bigint END`
  return `(${part(2)}, ${part(3)})`
}

const openPoints = (condition: string) =>
  `(SELECT coalesce(sum(remaining), 0) FROM loyalty_lot
    WHERE account_no = a.no AND open AND ${condition})`

/** As the account store reads them; to sort and filter by, the database's clock is near enough. */
const PENDING_NOW = `CASE WHEN a.next_available <= now()
  THEN ${openPoints("available_at > now()")} ELSE a.pending END`
const DUE_NOW = `CASE WHEN a.next_expiry <= now()
  THEN ${openPoints("expires_at <= now()")} ELSE 0 END`
const AVAILABLE_NOW = `GREATEST(a.balance - GREATEST(a.held, ${DUE_NOW}) - ${PENDING_NOW}, 0)`

/** Ids only: the account's numbers at a moment are read by the account store. */
export const ACCOUNT_IDS: Queryable<{ id: string }, string> = {
  select: "a.id",
  from: "loyalty_account a",
  fields: {
    ...columns("a", [
      "id",
      "customer_id",
      "wallet",
      "balance",
      "held",
      "lifetime_earned",
      "lifetime_redeemed",
      "closed_at",
      "created_at",
      "updated_at",
    ]),
    pending: PENDING_NOW,
    available: AVAILABLE_NOW,
  },
  defaultOrder: "a.no",
  toDTO: ({ id }) => id,
}

export const TRANSACTIONS: Queryable<TransactionRow, LoyaltyTransactionDTO> = {
  select: "t.*, a.id AS account_id",
  from: "loyalty_transaction t JOIN loyalty_account a ON a.no = t.account_no",
  fields: {
    id: {
      sql: "'ltx_' || t.account_no || '_' || t.version",
      // The key inside is in the name, so ids are found through the primary key.
      oneOf: (places) => `(t.account_no, t.version) IN (${places.map(transactionKey).join(", ")})`,
    },
    account_id: "a.id",
    customer_id: "a.customer_id",
    order_id: {
      sql: "CASE WHEN t.source_type = 'order' THEN t.source_id END",
      oneOf: (places) => `(t.source_type = 'order' AND t.source_id IN (${places.join(", ")}))`,
    },
    ...columns("t", [
      "kind",
      "points",
      "source_type",
      "source_id",
      "expires_at",
      "actor_type",
      "actor_id",
      "occurred_at",
      "created_at",
    ]),
  },
  defaultOrder: "t.account_no, t.version DESC",
  toDTO: toTransaction,
}

export const PROGRAMS: Queryable<LoyaltyProgram, LoyaltyProgramDTO> = {
  select: "p.*",
  from: "(SELECT * FROM loyalty_program WHERE deleted_at IS NULL) p",
  fields: columns("p", [
    "id",
    "currency_code",
    "name",
    "version",
    "created_at",
    "updated_at",
    ...RULE_FIELDS,
  ]),
  defaultOrder: "p.currency_code",
  toDTO: toProgram,
}

export const REDEMPTIONS: Queryable<RedemptionRow, LoyaltyRedemptionDTO> = {
  select: "r.*",
  from: "loyalty_redemption r",
  fields: columns("r", [
    "id",
    "cart_id",
    "order_id",
    "customer_id",
    "status",
    "points",
    "currency_code",
    "created_at",
    "updated_at",
  ]),
  defaultOrder: "r.created_at DESC, r.id",
  toDTO: toRedemption,
}
