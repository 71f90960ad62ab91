/**
 * A second implementation of the ledger, in pure functions: the account after each operation, or why
 * the operation is refused. Written from the design, not from the database functions: tests run both
 * and compare. Nothing is changed in place and no clock is read.
 */
import type { RedemptionLine, RedemptionTarget } from "../checkout/target"
import type { AccountModel, ModelRedemption, ModelSource } from "./model-account"
import { netOfSource } from "./model-account"
import { type Outcome, replayed, requestOf, type Written, written } from "./model-journal"
import { isSpendable } from "./model-lots"
import { addPoints, availablePoints, givePointsBack, type Policy } from "./model-points"
import { catchUp, spendOnOrder, takeBack, takePoints } from "./model-points"

export { type AccountModel, lifetimeOf, type ModelSource, NEW_ACCOUNT } from "./model-account"
export type { Outcome, RefusalCode, Written } from "./model-journal"
export { pendingPoints } from "./model-lots"
export { availablePoints, type Policy, REPLACEMENT_LIFE_MS } from "./model-points"
export { settle, type SettleOperation, settlementOf } from "./model-settlement"

export type CreditOperation = Readonly<{
  kind: "earn" | "bonus" | "adjust"
  points: number
  available_at: Date
  expires_at: Date | null
  source?: ModelSource
  key?: string | null
}>

export type DebitOperation = Readonly<{
  kind: "bonus" | "adjust"
  points: number
  key?: string | null
}>

export type CorrectionOperation = Readonly<{
  source: ModelSource
  points: number
  key?: string | null
}>

/** Adds points: a debt is covered first, the rest opens a lot. Due lots are left as they are. */
export function credit(
  account: AccountModel,
  operation: CreditOperation,
  now: Date
): Outcome<Written> {
  const { kind, points, available_at, expires_at, source = null, key = null } = operation
  if (points <= 0) {
    return { refused: "invalid_ledger_argument" }
  }
  const entry = { kind, source, key, request: requestOf("credit", { points, source }) }
  const spendableFrom = available_at > now ? available_at : now
  return (
    replayed(account, entry) ??
    (expires_at !== null && expires_at <= spendableFrom
      ? { refused: "invalid_ledger_argument" }
      : written(addPoints(account, points, available_at, expires_at, entry)))
  )
}

/** Takes points that can be spent now, those that expire first before others. */
export function debit(
  account: AccountModel,
  operation: DebitOperation,
  now: Date
): Outcome<Written> {
  const { kind, points, key = null } = operation
  if (points <= 0) {
    return { refused: "invalid_ledger_argument" }
  }
  const entry = { kind, source: null, key, request: requestOf("debit", { points, source: null }) }
  const first = replayed(account, entry)
  if (first) {
    return first
  }
  const current = catchUp(account, now)
  return availablePoints(current, now) < points
    ? { refused: "insufficient_points" }
    : written(takePoints(current, points, [(lot) => isSpendable(lot, now)], entry))
}

/** Brings the account up to date, as the job does. */
export const expire = catchUp

/** Records the request on a cart or draft order; nothing is held yet. */
export function apply(account: AccountModel, id: string, target: RedemptionTarget): AccountModel {
  const nothing = { points: 0, lines: null, attempt: null, order_id: null }
  const redemption: ModelRedemption = { id, target, status: "requested", ...nothing }
  return { ...account, redemptions: [...account.redemptions, redemption] }
}

export type HoldOperation = Readonly<{
  id: string
  attempt: string | null
  points: number
  lines?: readonly RedemptionLine[]
}>

/**
 * requested → held; an existing hold is taken over with its points. Refused if the lines paid by the
 * unit cost more than `points`.
 */
export function hold(
  account: AccountModel,
  { id, attempt, points, lines }: HoldOperation,
  now: Date
): Outcome<null> {
  const redemption = redemptionOf(account, id)
  if (points <= 0 || pointsByUnit(lines ?? []) > points) {
    return { refused: "invalid_ledger_argument" }
  }
  if (redemption?.status !== "requested" && redemption?.status !== "held") {
    return { refused: "wrong_redemption_status" }
  }
  const extra = points - (redemption.status === "held" ? redemption.points : 0)
  const current = catchUp(account, now)
  if (availablePoints(current, now) < extra) {
    return { refused: "insufficient_points" }
  }
  const held = { ...current, held: current.held + extra }
  const changes = { status: "held" as const, attempt, points, lines: lines ?? null }
  return { account: changeRedemption(held, id, changes), result: null }
}

/** held → captured: the points are spent, leaving a debt if a reversal took them meanwhile. */
export function capture(
  account: AccountModel,
  { id, order_id }: { id: string; order_id: string },
  now: Date
): Outcome<Written> {
  const redemption = redemptionOf(account, id)
  const source = { type: "order", id: order_id }
  const key = `redeem:${id}`
  if (redemption?.status === "captured" && redemption.order_id === order_id) {
    const transaction = account.transactions.find((line) => line.key === key)
    return transaction
      ? { account, result: { transaction, is_new: false } }
      : { refused: "wrong_redemption_status" }
  }
  if (redemption?.status !== "held") {
    return { refused: "wrong_redemption_status" }
  }
  const freed = { ...account, held: account.held - redemption.points }
  const captured = changeRedemption(freed, id, { status: "captured", order_id })
  const entry = { kind: "redeem", source, key, request: "" }
  return written(spendOnOrder(captured, redemption.points, now, entry))
}

/** held → released, only for the given attempt, if any. Returns the resulting status, whoever won. */
export function release(
  account: AccountModel,
  { id, attempt, reapply_id }: { id: string; attempt?: string; reapply_id?: string }
): Outcome<string | null> {
  const redemption = redemptionOf(account, id)
  const isOther = attempt !== undefined && redemption?.attempt !== attempt
  if (redemption?.status !== "held" || isOther) {
    return { account, result: redemption?.status ?? null }
  }
  const freed = { ...account, held: account.held - redemption.points }
  const released = changeRedemption(freed, id, { status: "released" })
  return {
    account: reapply_id === undefined ? released : apply(released, reapply_id, redemption.target),
    result: "released",
  }
}

/** Gives redeemed points of a source back, with their old expiry where their lot still lives. */
export function refund(
  account: AccountModel,
  { source, points, key = null }: CorrectionOperation,
  now: Date
): Outcome<Written> {
  if (points <= 0) {
    return { refused: "invalid_ledger_argument" }
  }
  const current = catchUp(account, now)
  const request = requestOf("refund", { points, source })
  const entry = { kind: "redeem_refund", source, key, request }
  return (
    replayed(current, entry) ??
    (points > netOfSource(current, source).redeemed
      ? { refused: "invalid_ledger_argument" }
      : written(givePointsBack(current, source, points, now, entry)))
  )
}

/** Takes back earned points of a source; null when clamp_to_zero finds nothing to take. */
export function reverse(
  account: AccountModel,
  { source, points, key = null, policy }: CorrectionOperation & { policy: Policy },
  now: Date
): Outcome<Written | null> {
  if (points <= 0) {
    return { refused: "invalid_ledger_argument" }
  }
  const current = catchUp(account, now)
  const request = requestOf("reverse", { points, source })
  const entry = { kind: "earn_reversal", source, key, request }
  const first = replayed(current, entry)
  if (first) {
    return first
  }
  if (points > netOfSource(current, source).earned) {
    return { refused: "invalid_ledger_argument" }
  }
  const taken = takeBack(current, source, points, policy, now, entry)
  return taken === current ? { account: current, result: null } : written(taken)
}

const pointsByUnit = (lines: readonly RedemptionLine[]): number =>
  lines.reduce((sum, { points_per_unit, units }) => sum + points_per_unit * units, 0)

const redemptionOf = (account: AccountModel, id: string) =>
  account.redemptions.find((redemption) => redemption.id === id)

function changeRedemption(
  account: AccountModel,
  id: string,
  changes: Partial<ModelRedemption>
): AccountModel {
  const redemptions = account.redemptions.map((one) =>
    one.id === id ? { ...one, ...changes } : one
  )
  return { ...account, redemptions }
}
