import type { RedemptionLine } from "../../../domain/checkout/target"
import type { TransactionKind } from "../../../domain/ledger/kinds"
import type { ClawbackPolicy } from "../../../domain/program/rules"

export type { TransactionKind }

/** Kinds that a caller may credit or debit directly; the others have their own operations. */
export type DirectKind = "adjust" | "bonus"

/** What a transaction is about, e.g. `{ type: "order", id: "order_01…" }`. */
export type Source = { type: string; id: string }

export type Actor = { type: string; id: string }

/** What a transaction records besides its points. All optional. */
export type EntryInput = {
  source?: Source
  program?: ProgramReference
  /** Reusing a key returns the first result; with a different `input` it is an error. */
  idempotency_key?: string
  /** The caller's request besides account, points and source; hashed with the key. */
  input?: unknown
  reason?: string
  actor?: Actor
  details?: Record<string, unknown>
}

/** The version of the rules that something was computed under. */
export type ProgramReference = { id: string; version: number }

export type CreditInput = EntryInput & {
  account_id: string
  kind: DirectKind | "earn"
  points: number
  /** When the points can be spent; now by default. */
  available_at?: Date
  /** null: never. */
  expires_at: Date | null
}

export type DebitInput = EntryInput & { account_id: string; kind: DirectKind; points: number }

export type HoldInput = {
  redemption_id: string
  /** Identifies the attempt at completing the cart; null on a draft order. */
  attempt: string | null
  points: number
  /** Decimal string in major units. */
  discount: string
  /** Lines paid by the unit, whose points are part of `points`. */
  lines?: RedemptionLine[]
  program: ProgramReference
}

export type CorrectionInput = EntryInput & { account_id: string; source: Source; points: number }

export type ReverseInput = CorrectionInput & { policy: ClawbackPolicy }

export type SettleInput = {
  account_id: string
  source: Source
  /** What the source should have earned and redeemed in total. */
  earned: number
  redeemed: number
  policy: ClawbackPolicy
  available_at: Date
  expires_at: Date | null
  program: ProgramReference | null
  /** The settlement's revision from before the source was read. */
  revision: number
  /** Left out for a source that is not a purchase. */
  purchase?: Purchase
  details?: Record<string, unknown>
}

/** A source as a purchase, as summed by tiers, campaigns and statistics. */
export type Purchase = {
  purchased_at: Date
  /** The money that earned, a decimal string in major units. */
  spent: string
  currency_code: string
  /** Whether it counts as a purchase: something has earned, and something is kept. */
  counted: boolean
}

/** Everything on one account moves to another. */
export type MergeInput = {
  account_id: string
  into_account_id: string
  reason: string
  actor?: Actor
}

/** `customer_id`: whose account the source was settled on; null before the first settlement. */
export type SettlementState = { revision: number; customer_id: string | null }

/** A line of the journal as shown by the API. */
export type LoyaltyTransactionDTO = {
  id: string
  account_id: string
  kind: TransactionKind
  /** Signed, never 0. */
  points: number
  balance_after: number
  /** What it is about; null if only about the account. */
  source: Source | null
  /** The source's id, if it is an order. */
  order_id: string | null
  cart_id: string | null
  return_id: string | null
  reason: string | null
  actor_type: string | null
  actor_id: string | null
  program_version: number | null
  expires_at: Date | null
  details: Record<string, unknown> | null
  occurred_at: Date
  created_at: Date
}

export type LoyaltyAccountDTO = {
  id: string
  customer_id: string
  wallet: string
  /** Below zero: a debt that the next credits cover. */
  balance: number
  held: number
  pending: number
  /** What can be spent now. */
  available: number
  lifetime_earned: number
  lifetime_redeemed: number
  /** The next expiries, soonest first. */
  expiring: { points: number; expires_at: Date }[]
  /** Whether the customer wants to be reminded of expiring points. */
  expiry_reminders: boolean
  /** When its customer was deleted or it was merged; null while it is open. */
  closed_at: Date | null
  /** The account that it was merged into. */
  merged_into: string | null
  created_at: Date
  updated_at: Date
}

export type LoyaltyLotDTO = {
  id: string
  account_id: string
  points: number
  remaining: number
  available_at: Date
  expires_at: Date | null
  created_at: Date
}

/** A transaction and the customer whose account it is on. */
export type OwnedTransaction = { customer_id: string; transaction: LoyaltyTransactionDTO }

/** A transaction and whether this call wrote it (false: an idempotency key was replayed). */
export type LedgerResult = { transaction: LoyaltyTransactionDTO; is_new: boolean }

export type Page<T> = { rows: T[]; count: number }
export type PageRequest = { limit: number; offset: number }
