import type { RedemptionLine, RedemptionTarget } from "../checkout/target"
import type { ReplayedTransaction } from "./replay"

/** What a transaction is about, e.g. an order. */
export type ModelSource = Readonly<{ type: string; id: string }>

/** Points credited together. `no` is the version of the transaction that opened it. */
export type ModelLot = Readonly<{
  no: number
  points: number
  remaining: number
  available_at: Date
  expires_at: Date | null
}>

/** A line of the journal. `request` is what its idempotency key stands for. */
export type ModelTransaction = Readonly<
  ReplayedTransaction & {
    source: ModelSource | null
    expires_at: Date | null
    key: string | null
    request: string
  }
>

/** Points on one cart or draft order. */
export type ModelRedemption = Readonly<{
  id: string
  target: RedemptionTarget
  status: "requested" | "held" | "captured" | "released"
  points: number
  lines: readonly RedemptionLine[] | null
  attempt: string | null
  order_id: string | null
}>

/** The result of a source's last settlement; `forgiven` is what clamp_to_zero could not take. */
export type ModelSettlement = Readonly<{
  source: ModelSource
  points_earned: number
  points_redeemed: number
  forgiven: number
  revision: number
}>

/** A source as a purchase of the account's member, including after merges. */
export type ModelPurchase = Readonly<{ source: ModelSource; spent: string; counted: boolean }>

/** One account with everything that belongs to it. Immutable: operations return a new one. */
export type AccountModel = Readonly<{
  /** Below zero: a debt that the next credits cover first. */
  balance: number
  held: number
  lots: readonly ModelLot[]
  transactions: readonly ModelTransaction[]
  redemptions: readonly ModelRedemption[]
  settlements: readonly ModelSettlement[]
  purchases: readonly ModelPurchase[]
}>

export const NEW_ACCOUNT: AccountModel = {
  balance: 0,
  held: 0,
  lots: [],
  transactions: [],
  redemptions: [],
  settlements: [],
  purchases: [],
}

export const isSameSource = (one: ModelSource | null, other: ModelSource): boolean =>
  one?.type === other.type && one.id === other.id

/** Points of a source that are still earned and still redeemed. */
export function netOfSource(account: AccountModel, source: ModelSource) {
  const about = account.transactions.filter((line) => isSameSource(line.source, source))
  const sum = (...kinds: string[]) =>
    about
      .filter((line) => kinds.includes(line.kind))
      .reduce((total, line) => total + line.points, 0)
  return { earned: sum("earn", "earn_reversal"), redeemed: 0 - sum("redeem", "redeem_refund") }
}

/** What the account has ever earned and redeemed, less corrections. */
export function lifetimeOf(account: AccountModel) {
  const sum = (counts: (line: ModelTransaction) => boolean) =>
    account.transactions.filter(counts).reduce((total, line) => total + line.points, 0)
  return {
    earned: sum(
      ({ kind, points }) =>
        kind === "earn" || kind === "earn_reversal" || (kind === "bonus" && points > 0)
    ),
    redeemed: 0 - sum(({ kind }) => kind === "redeem" || kind === "redeem_refund"),
  }
}
