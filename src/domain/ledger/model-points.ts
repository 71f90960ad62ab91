import type { AccountModel, ModelLot, ModelSource } from "./model-account"
import { isSameSource } from "./model-account"
import { append, type Entry, openLot } from "./model-journal"
import { consume, dueMoves, isPending, moveLots, pendingPoints, refundMoves } from "./model-lots"
import { debtOf } from "./replay"

export type Policy = "allow_negative" | "clamp_to_zero"

/** How long points live if they come back after their lot expired. */
export const REPLACEMENT_LIFE_MS = 30 * 24 * 60 * 60 * 1000

/** What can be spent now: live points less those held or pending; never below zero. */
export function availablePoints(account: AccountModel, now: Date): number {
  const current = catchUp(account, now)
  return Math.max(current.balance - current.held - pendingPoints(current, now), 0)
}

/** Expires what is due, except points kept for holds, which are the first to expire. */
export function catchUp(account: AccountModel, now: Date): AccountModel {
  const moves = dueMoves(account, now)
  const gone = -moves.reduce((sum, { points }) => sum + points, 0)
  if (gone === 0) {
    return account
  }
  const entry = { kind: "expire", source: null, key: null, request: "" }
  return append({ ...account, lots: moveLots(account.lots, moves) }, -gone, moves, null, entry)
}

/** Covers a debt first; the rest opens a lot. */
export function addPoints(
  account: AccountModel,
  points: number,
  available_at: Date,
  expires_at: Date | null,
  entry: Entry
): AccountModel {
  const fresh = points - Math.min(points, debtOf(account.balance))
  return fresh === 0
    ? append(account, points, [], null, entry)
    : openLot(account, fresh, available_at, expires_at, points, [], entry)
}

/** Covers a debt first; the rest goes back to the lots, or to one that replaces them. */
export function givePointsBack(
  account: AccountModel,
  source: ModelSource,
  points: number,
  now: Date,
  entry: Entry
): AccountModel {
  const uses = account.transactions
    .filter((line) => isSameSource(line.source, source))
    .filter(({ kind }) => kind === "redeem" || kind === "redeem_refund")
    .flatMap(({ lots }) => lots)
  const beyondDebt = points - Math.min(points, debtOf(account.balance))
  const { moves, replaced } = refundMoves(account, uses, beyondDebt, now)
  const returned = { ...account, lots: moveLots(account.lots, moves) }
  const expiry = new Date(now.getTime() + REPLACEMENT_LIFE_MS)
  return replaced === 0
    ? append(returned, points, moves, null, entry)
    : openLot(returned, replaced, now, expiry, points, moves, entry)
}

/** From the source's own lots first, pending ones before others, then other pending points, then the rest. */
export function takeBack(
  account: AccountModel,
  source: ModelSource,
  points: number,
  policy: Policy,
  now: Date,
  entry: Entry
): AccountModel {
  const beside = Math.max(account.balance - account.held, 0)
  const taken = policy === "clamp_to_zero" ? Math.min(points, beside) : points
  const own = new Set(
    account.transactions
      .filter(({ kind, source: about }) => kind === "earn" && isSameSource(about, source))
      .map(({ version }) => version)
  )
  const passes = [
    (lot: ModelLot) => own.has(lot.no) && isPending(lot, now),
    (lot: ModelLot) => own.has(lot.no),
    (lot: ModelLot) => isPending(lot, now),
    () => true,
  ]
  return taken === 0 ? account : takePoints(account, taken, passes, entry)
}

/** What the lots do not have becomes a debt. */
export function takePoints(
  account: AccountModel,
  points: number,
  passes: readonly ((lot: ModelLot) => boolean)[],
  entry: Entry
): AccountModel {
  const { lots, moves } = consume(account.lots, points, passes)
  return append({ ...account, lots }, -points, moves, null, entry)
}

/** Takes points that pay for an order: those kept for holds first, pending ones last. */
export function spendOnOrder(
  account: AccountModel,
  points: number,
  now: Date,
  entry: Entry
): AccountModel {
  const passes = [(lot: ModelLot) => !isPending(lot, now), (lot: ModelLot) => isPending(lot, now)]
  return takePoints(account, points, passes, entry)
}
