import type { DataSource } from "typeorm"

import { cartTarget } from "../../src/domain/checkout/target"
import { LedgerError } from "../../src/modules/loyalty-points/ledger/errors"
import { openLedger, type TestLedger } from "../support/ledger"

/** More connections than any race has runners, so that only the database decides. */
const CONNECTIONS = 24

export const NOW = new Date("2026-03-01T12:00:00Z")
export const SOON = new Date(NOW.getTime() + 1)

/** The outcome of a race: the winners' answers, and how often each refusal occurred. */
export interface RaceResult<T> {
  answers: T[]
  refusals: Record<string, number>
}

/** A ledger whose connections are all open already, so that no runner has a head start. */
export async function openRaceTrack(): Promise<TestLedger> {
  const ledger = await openLedger(CONNECTIONS)
  const sleeps = Array.from({ length: CONNECTIONS }, () =>
    ledger.dataSource.query("SELECT pg_sleep(0.2)")
  )
  await Promise.all(sleeps)
  return ledger
}

/** Starts all runners at once and waits for every one. Throws any error that is not a ledger refusal. */
export async function race<T>(runners: (() => Promise<T>)[]): Promise<RaceResult<T>> {
  const results = await Promise.allSettled(runners.map((run) => run()))
  const answers: T[] = []
  const refusals: Record<string, number> = {}
  for (const result of results) {
    if (result.status === "fulfilled") {
      answers.push(result.value)
    } else if (result.reason instanceof LedgerError) {
      const code = result.reason.ledger_code
      refusals[code] = (refusals[code] ?? 0) + 1
    } else {
      throw result.reason
    }
  }
  return { answers, refusals }
}

/** The same runner many times. */
export const times = <T>(count: number, run: (index: number) => Promise<T>) =>
  Array.from({ length: count }, (_, index) => () => run(index))

/** A barrier: nobody passes before everybody has arrived. */
export function barrier(expected: number): () => Promise<void> {
  let come = 0
  let open: () => void
  const opened = new Promise<void>((resolve) => (open = resolve))
  return () => {
    come += 1
    if (come === expected) {
      open()
    }
    return opened
  }
}

/** A shopper with points that never expire. */
export async function shopperWith(
  track: TestLedger,
  customer: string,
  points: number,
  expires_at: Date | null = null
): Promise<string> {
  const { id } = await track.accounts.ensure(customer, NOW)
  const bonus = { account_id: id, kind: "bonus" as const, points, expires_at }
  await track.ledger.credit(bonus, NOW)
  return id
}

/** Requests points on a shopper's cart. */
export async function applyPoints(track: TestLedger, account_id: string, cart_id: string) {
  const request = {
    account_id,
    target: cartTarget(cart_id),
    customer_id: "cus",
    currency_code: "pln",
  }
  await track.redemptions.request({ ...request, points_requested: 100 }, NOW)
}

/** A cart with points applied that nobody else touches yet; returns the redemption's id. */
export async function cartOf(track: TestLedger, account_id: string, cart_id: string) {
  await applyPoints(track, account_id, cart_id)
  return (await track.redemptions.activeOf(cartTarget(cart_id)))!.id
}

/** Holds points of a requested redemption. */
export const holdOf = (
  redemption_id: string,
  points: number,
  attempt: string | null = "attempt"
) => ({
  ...{ redemption_id, attempt, points, discount: "1" },
  program: { id: "lprog_1", version: 1 },
})

/**
 * How not to do it, to show that the race exists: reads a number, decides, and writes the result.
 * `meet` makes all runners wait between reading and writing.
 */
export async function naively(
  dataSource: DataSource,
  account_id: string,
  column: "balance" | "held",
  change: number,
  meet: () => Promise<void>
): Promise<boolean> {
  const [row] = await dataSource.query<{ balance: string; held: string }[]>(
    `SELECT balance, held FROM loyalty_account WHERE id = $1`,
    [account_id]
  )
  await meet()
  const available = Number(row!.balance) - Number(row!.held)
  if (available < Math.abs(change)) {
    return false
  }
  const value = Number(row![column]) + change
  await dataSource.query(`UPDATE loyalty_account SET ${column} = $2 WHERE id = $1`, [
    account_id,
    value,
  ])
  return true
}
