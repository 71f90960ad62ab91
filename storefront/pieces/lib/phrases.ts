import type { PlainKey } from "../messages/messages"
import type { LoyaltyAccount, LoyaltyTransaction } from "../types"
import { type FailureKind, failureKindOf } from "./failures"
import type { Formats } from "./formats"
import type { Texts } from "./texts"

/** A locale's texts and formats together: everything needed to write a sentence. */
export type Voice = { texts: Texts; formats: Formats }

/** What a line of the history is about, in a shopper's words. */
export function titleOf(transaction: LoyaltyTransaction, { texts }: Voice): string {
  const { kind, reason, return_id } = transaction
  switch (kind) {
    case "earn":
      return transaction.order_id ? texts.say("historyEarn") : (reason ?? texts.say("historyOther"))
    case "redeem":
      return texts.say("historyRedeem")
    case "redeem_refund":
      return texts.say(return_id ? "historyRefundReturn" : "historyRefund")
    case "earn_reversal":
      return texts.say(return_id ? "historyReversalReturn" : "historyReversal")
    case "expire":
      return texts.say("historyExpire")
    case "adjust":
      return reason ?? texts.say("historyAdjust")
    case "bonus":
      return reason ?? texts.say("historyBonus")
    case "merge":
      return texts.say(transaction.points > 0 ? "historyMergeIn" : "historyMergeOut")
    default:
      return reason ?? texts.say("historyOther")
  }
}

/** Whether a line of the history added points that expire later. */
export function expiryToTell(transaction: LoyaltyTransaction): string | null {
  return transaction.points > 0 ? transaction.expires_at : null
}

/** Notes about an account besides its balance, one sentence each. */
export function accountNotes(account: LoyaltyAccount, { texts, formats }: Voice): string[] {
  const notes: string[] = []
  const next = account.expiring[0]
  if (account.balance < 0) {
    notes.push(texts.say("balanceDebt", { points: texts.count("pointsNeeded", -account.balance) }))
  }
  if (next) {
    const date = formats.lastDay(next.expires_at)
    notes.push(texts.count("balanceExpiring", next.points, { date }))
  }
  if (account.pending > 0) {
    notes.push(texts.count("balancePending", account.pending))
  }
  if (account.held > 0) {
    notes.push(texts.count("balanceHeld", account.held))
  }
  return notes
}

const FAILURES = {
  network: "failNetwork",
  server: "failServer",
  login: "failLogin",
  gone: "failCartGone",
  refused: "failChanged",
} as const satisfies Record<FailureKind, PlainKey>

/** Why a request failed, in a shopper's words. */
export function failureText(error: unknown, texts: Texts): string {
  return texts.say(FAILURES[failureKindOf(error)])
}
