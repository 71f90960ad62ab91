import type { AccountModel, ModelSettlement, ModelSource, ModelTransaction } from "./model-account"
import { isSameSource, netOfSource } from "./model-account"
import type { Outcome } from "./model-journal"
import { addPoints, givePointsBack, type Policy, catchUp, spendOnOrder } from "./model-points"
import { takeBack } from "./model-points"

export type SettleOperation = Readonly<{
  source: ModelSource
  earned: number
  redeemed: number
  policy: Policy
  available_at: Date
  expires_at: Date | null
  revision: number
  /** Left out for a source that is not a purchase. */
  purchase?: Readonly<{ spent: string; counted: boolean }>
}>

/**
 * Brings the account in line with a source's target by writing the difference: first what was redeemed,
 * then what was earned. Refused if another settlement came after `revision`.
 */
export function settle(
  account: AccountModel,
  operation: SettleOperation,
  now: Date
): Outcome<readonly ModelTransaction[]> {
  const { source, earned, redeemed, revision, available_at, expires_at } = operation
  if (earned < 0 || redeemed < 0 || (expires_at !== null && expires_at <= available_at)) {
    return { refused: "invalid_ledger_argument" }
  }
  const before = settlementOf(account, source)
  if (before.revision !== revision) {
    return { refused: "settlement_outdated" }
  }
  const current = catchUp(account, now)
  const net = netOfSource(current, source)
  const redemptionSettled = settleRedeemed(current, source, redeemed - net.redeemed, now)
  const { settled, forgiven } = settleEarned(
    redemptionSettled,
    operation,
    earned - (net.earned - before.forgiven),
    before.forgiven,
    now
  )
  const settlement = { source, forgiven, revision: revision + 1 }
  const { purchase = { spent: "0", counted: false } } = operation
  const others = settled.settlements.filter((one) => !isSameSource(one.source, source))
  const bought = settled.purchases.filter((one) => !isSameSource(one.source, source))
  return {
    account: {
      ...settled,
      settlements: [...others, { ...settlement, points_earned: earned, points_redeemed: redeemed }],
      purchases: [...bought, { source, spent: purchase.spent, counted: purchase.counted }],
    },
    result: settled.transactions.slice(current.transactions.length),
  }
}

/** The settlement of a source, blank before the first. */
export function settlementOf(account: AccountModel, source: ModelSource): ModelSettlement {
  const blank = { source, points_earned: 0, points_redeemed: 0, forgiven: 0, revision: 0 }
  return account.settlements.find((one) => isSameSource(one.source, source)) ?? blank
}

function settleRedeemed(
  account: AccountModel,
  source: ModelSource,
  difference: number,
  now: Date
): AccountModel {
  const entry = { source, key: null, request: "" }
  if (difference < 0) {
    return givePointsBack(account, source, -difference, now, { ...entry, kind: "redeem_refund" })
  }
  return difference === 0
    ? account
    : spendOnOrder(account, difference, now, { ...entry, kind: "redeem" })
}

/** Forgiven points are used up before anything is earned again. */
function settleEarned(
  account: AccountModel,
  { source, policy, available_at, expires_at }: SettleOperation,
  difference: number,
  forgiven: number,
  now: Date
): { settled: AccountModel; forgiven: number } {
  const entry = { source, key: null, request: "" }
  if (difference >= 0) {
    const pardoned = Math.min(forgiven, difference)
    const rest = difference - pardoned
    const settled =
      rest === 0
        ? account
        : addPoints(account, rest, available_at, expires_at, { ...entry, kind: "earn" })
    return { settled, forgiven: forgiven - pardoned }
  }
  const reversal = { ...entry, kind: "earn_reversal" }
  const settled = takeBack(account, source, -difference, policy, now, reversal)
  const taken = account.balance - settled.balance
  return { settled, forgiven: forgiven - difference - taken }
}
