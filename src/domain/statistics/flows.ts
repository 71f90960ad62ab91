import type { TransactionKind } from "../ledger/kinds"

/**
 * Points that entered and left members' accounts. Each is a positive number; `redeemed` is net of what
 * was given back, so it is below 0 if more was given back than spent.
 */
export type Flows = {
  issued: number
  redeemed: number
  expired: number
  reversed: number
  taken: number
}

type Flow = keyof Flows

const BY_SIGN = "by_sign"

/**
 * Points of a `BY_SIGN` kind are issued if positive and taken if negative. A merge gives one account
 * what it takes from another at the same moment: counted in one flow with its sign, it sums to zero.
 */
const COUNTED_AS: Record<TransactionKind, Flow | typeof BY_SIGN> = {
  earn: BY_SIGN,
  bonus: BY_SIGN,
  adjust: BY_SIGN,
  redeem: "redeemed",
  redeem_refund: "redeemed",
  expire: "expired",
  earn_reversal: "reversed",
  merge: "issued",
}

const FLOW_OF_KIND = new Map<string, Flow | typeof BY_SIGN>(Object.entries(COUNTED_AS))

/** Points of transactions of one kind and one sign; signed as in the journal. */
export type Movement = { kind: string; points: number }

/**
 * The flows of some movements. Every point is counted exactly once, even those of a kind unknown to
 * this version: `netOf` the result is the sum of the points.
 */
export function flowsOf(movements: readonly Movement[]): Flows {
  const flows: Flows = { issued: 0, redeemed: 0, expired: 0, reversed: 0, taken: 0 }
  for (const { kind, points } of movements) {
    const flow = flowOf(kind, points)
    flows[flow] += flow === "issued" ? points : -points
  }
  return flows
}

/** By how much flows changed the sum of all balances. */
export function netOf({ issued, redeemed, expired, reversed, taken }: Flows): number {
  return issued - redeemed - expired - reversed - taken
}

function flowOf(kind: string, points: number): Flow {
  const flow = FLOW_OF_KIND.get(kind) ?? BY_SIGN
  if (flow !== BY_SIGN) {
    return flow
  }
  return points > 0 ? "issued" : "taken"
}
