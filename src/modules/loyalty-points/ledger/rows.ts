import { lotId, transactionId } from "./ids"
import type {
  LoyaltyAccountDTO,
  LoyaltyLotDTO,
  LoyaltyTransactionDTO,
  Source,
  TransactionKind,
} from "./types"

/** A row of loyalty_transaction as node-pg returns it: as columns, or as JSON. */
export type TransactionRow = {
  account_no: string | number
  account_id: string
  version: string | number
  kind: TransactionKind
  points: string | number
  balance_after: string | number
  source_type: string | null
  source_id: string | null
  program_version: number | null
  expires_at: Date | string | null
  reason: string | null
  actor_type: string | null
  actor_id: string | null
  details: Record<string, unknown> | null
  occurred_at: Date | string
  created_at: Date | string
}

export function toTransaction(row: TransactionRow): LoyaltyTransactionDTO {
  return {
    id: transactionId(row.account_no, row.version),
    account_id: row.account_id,
    kind: row.kind,
    points: Number(row.points),
    balance_after: Number(row.balance_after),
    source: sourceOf(row),
    order_id: row.source_type === "order" ? row.source_id : null,
    cart_id: textDetail(row.details, "cart_id"),
    return_id: textDetail(row.details, "return_id"),
    reason: row.reason,
    actor_type: row.actor_type,
    actor_id: row.actor_id,
    program_version: row.program_version,
    expires_at: row.expires_at === null ? null : new Date(row.expires_at),
    details: row.details,
    occurred_at: new Date(row.occurred_at),
    created_at: new Date(row.created_at),
  }
}

const sourceOf = ({ source_type: type, source_id: id }: TransactionRow): Source | null =>
  type === null || id === null ? null : { type, id }

function textDetail(details: Record<string, unknown> | null, name: string): string | null {
  const value = details?.[name]
  return typeof value === "string" ? value : null
}

/** What loyalty_account_at returns for an account at a moment. */
export type AccountRow = {
  id: string
  customer_id: string
  wallet: string
  balance: number
  held: number
  pending: number
  /** Points past their expiry that are not written off yet. */
  due: number
  lifetime_earned: number
  lifetime_redeemed: number
  expiring: { points: number; expires_at: string }[] | null
  expiry_reminders: boolean
  closed_at: string | null
  merged_into: string | null
  created_at: string
  updated_at: string
}

export function toAccount({ due, ...row }: AccountRow): LoyaltyAccountDTO {
  return {
    ...row,
    available: availableOf({ ...row, due }),
    expiring: (row.expiring ?? []).map(({ points, expires_at }) => ({
      points,
      expires_at: new Date(expires_at),
    })),
    closed_at: row.closed_at === null ? null : new Date(row.closed_at),
    created_at: new Date(row.created_at),
    updated_at: new Date(row.updated_at),
  }
}

/** What can be spent: due points not kept for a hold are gone, whether or not a job has run. */
export function availableOf({
  balance,
  held,
  pending,
  due,
}: Pick<AccountRow, "balance" | "held" | "pending" | "due">): number {
  return Math.max(balance - Math.max(due, held) - pending, 0)
}

export type LotRow = {
  account_no: string
  account_id: string
  no: string
  points: string
  remaining: string
  available_at: Date
  expires_at: Date | null
  created_at: Date
}

export function toLot(row: LotRow): LoyaltyLotDTO {
  return {
    id: lotId(row.account_no, row.no),
    account_id: row.account_id,
    points: Number(row.points),
    remaining: Number(row.remaining),
    available_at: row.available_at,
    expires_at: row.expires_at,
    created_at: row.created_at,
  }
}
