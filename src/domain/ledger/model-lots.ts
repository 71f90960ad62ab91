import type { AccountModel, ModelLot } from "./model-account"

/** What a transaction did to one lot; `points` is signed. */
export type LotMove = Readonly<{ no: number; points: number }>

export const isDue = (lot: ModelLot, now: Date): boolean =>
  lot.expires_at !== null && lot.expires_at <= now

export const isPending = (lot: ModelLot, now: Date): boolean => lot.available_at > now

export const isSpendable = (lot: ModelLot, now: Date): boolean =>
  !isPending(lot, now) && !isDue(lot, now)

/** First to expire first, then oldest first; lots that never expire come last. */
export function byExpiry(one: ModelLot, other: ModelLot): number {
  const time = (lot: ModelLot) => lot.expires_at?.getTime() ?? Infinity
  return time(one) === time(other) ? one.no - other.no : time(one) < time(other) ? -1 : 1
}

/** Earned points that cannot be spent yet. */
export const pendingPoints = (account: AccountModel, now: Date): number =>
  sumOf(account.lots.filter((lot) => isPending(lot, now)))

/** Takes points from the lots that each pass selects, pass by pass, first to expire first. */
export function consume(
  lots: readonly ModelLot[],
  points: number,
  passes: readonly ((lot: ModelLot) => boolean)[]
): { lots: readonly ModelLot[]; moves: readonly LotMove[] } {
  let missing = points
  let left = lots
  const moves: LotMove[] = []
  for (const isIn of passes) {
    for (const lot of [...left].sort(byExpiry).filter((one) => one.remaining > 0 && isIn(one))) {
      const part = Math.min(missing, lot.remaining)
      if (part > 0) {
        missing -= part
        moves.push({ no: lot.no, points: -part })
        left = moveLots(left, [{ no: lot.no, points: -part }])
      }
    }
  }
  return { lots: left, moves }
}

/** The lots after moves. */
export function moveLots(
  lots: readonly ModelLot[],
  moves: readonly LotMove[]
): readonly ModelLot[] {
  return lots.map((lot) => ({
    ...lot,
    remaining: moves
      .filter(({ no }) => no === lot.no)
      .reduce((remaining, { points }) => remaining + points, lot.remaining),
  }))
}

/** What expires now: due lots, except points kept for holds, which are the first to expire. */
export function dueMoves(account: AccountModel, now: Date): readonly LotMove[] {
  let toKeep = account.held
  return [...account.lots]
    .filter((lot) => lot.remaining > 0 && isDue(lot, now))
    .sort(byExpiry)
    .flatMap((lot) => {
      const kept = Math.min(toKeep, lot.remaining)
      toKeep -= kept
      return kept === lot.remaining ? [] : [{ no: lot.no, points: kept - lot.remaining }]
    })
}

/**
 * Where points given back to a source go: the lots that its redemptions used and that have not got them
 * back yet, the longest-lived first. `replaced` is what has no living lot to return to.
 */
export function refundMoves(
  account: AccountModel,
  uses: readonly LotMove[],
  points: number,
  now: Date
): { moves: readonly LotMove[]; replaced: number } {
  let need = points
  let replaced = 0
  const moves: LotMove[] = []
  for (const lot of [...account.lots].sort(byExpiry).reverse()) {
    const used = -uses.filter(({ no }) => no === lot.no).reduce((sum, use) => sum + use.points, 0)
    const part = Math.min(need, Math.max(used, 0))
    need -= part
    if (isDue(lot, now)) {
      replaced += part
    } else if (part > 0) {
      moves.push({ no: lot.no, points: part })
    }
  }
  return { moves, replaced: replaced + need }
}

const sumOf = (lots: readonly ModelLot[]): number =>
  lots.reduce((sum, lot) => sum + lot.remaining, 0)
