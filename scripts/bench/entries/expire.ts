import { DAY_IN_MS } from "../../../src/domain/shared/day"
import { ExpiryStore } from "../../../src/modules/loyalty-points/expiry/expiry-store"
import { LedgerStore } from "../../../src/modules/loyalty-points/ledger/ledger-store"
import { type DueLedger, expireInChunks } from "../../../src/workflows/expiry/expire-in-chunks"
import { say } from "../../lib/output"
import { type LedgerSize, randomAccountId } from "../ledger-data"
import { compare, effort } from "../measure"
import { RowByRow } from "../peers/row-by-row"
import { figure } from "../report"
import { type Entry, spreadOf } from "../result"
import { FILLED_AT } from "../workbench"
import { aDebit } from "./debit"

const LOTS = 10
/** One lot more than expires, so that the accounts can be debited meanwhile. */
const SHAPE = { transactionsPerAccount: LOTS + 1, creditsPerAccount: LOTS + 1 }
const FULL: LedgerSize = { ...SHAPE, accounts: 100_000 }
const QUICK: LedgerSize = { ...SHAPE, accounts: 600 }
/** When all lots but the last of each account have expired. */
const LATER = new Date(FILLED_AT.getTime() + (365 + LOTS + 0.5) * DAY_IN_MS)
const SHOPPERS = 4
const NOBODY_LISTENS = { expired: async () => undefined, failed: () => undefined }

/**
 * Expiry of many accounts as in the job, one part of the ledger after another, against a loop over the
 * due lots from the other end. In the last part shoppers spend at the same time.
 */
export const expire: Entry = {
  names: ["expire", "expire_slowest_debit"],
  title: "due lots of many accounts expired by the job, against row by row, and debits meanwhile",
  async run(workbench) {
    const size = workbench.isQuick ? QUICK : FULL
    const dataSource = await workbench.ledger(SHOPPERS + 1, size)
    const pool = await workbench.pool(1, size)
    const client = await pool.connect()
    const ledger = new ExpiryStore(dataSource, () => LATER)
    const { runs } = effort(workbench.isQuick)
    const accounts = Math.floor((size.accounts * 0.9) / (runs + 2))

    const expired = await compare({
      name: "expire",
      unit: "lots per s",
      goal: { atLeast: 40 },
      runs,
      ours: () => lotsPerSecond(() => expireAccounts(ledger, accounts)),
      other: async () => {
        const peer = new RowByRow(client, LATER)
        const lots = await peer.dueLots(workbench.isQuick ? 20 : 500)
        return lotsPerSecond(async () => {
          for (const lot of lots) {
            await peer.expire(lot)
          }
          return lots.length
        })
      },
    })
    client.release()
    const slowest = await slowestDebit(new LedgerStore(dataSource, () => LATER, [], []), size, () =>
      expireAccounts(ledger, accounts)
    )
    return [
      expired,
      {
        name: "expire_slowest_debit",
        unit: "ms",
        ours: spreadOf([slowest]),
        runs: 1,
        goal: { atMost: 100, of: "ours" },
      },
    ]
  },
}

/** Expires the next due accounts; returns the number of lots. */
async function expireAccounts(store: ExpiryStore, accounts: number): Promise<number> {
  let left = accounts
  const part: DueLedger = {
    expireDue: async ({ after, limit }) => {
      if (left <= 0) {
        return { expired: [], next: null }
      }
      const chunk = await store.expireDue({ after, limit: Math.min(limit, left) })
      left -= chunk.expired.length
      return chunk
    },
    firstDue: (after) => store.firstDue(after),
  }
  const report = await expireInChunks(part, NOBODY_LISTENS)
  if (report.accounts < accounts / 2 || report.failed > 0) {
    throw new Error(`Of ${accounts} accounts ${report.accounts} expired, ${report.failed} failed`)
  }
  return report.accounts * LOTS
}

async function lotsPerSecond(work: () => Promise<number>): Promise<number> {
  const started = performance.now()
  const lots = await work()
  return (lots / (performance.now() - started)) * 1000
}

/** The slowest debit of any account while something else runs, in milliseconds. */
async function slowestDebit(
  ledger: LedgerStore,
  size: LedgerSize,
  meanwhile: () => Promise<unknown>
): Promise<number> {
  const times: number[] = []
  let goesOn = true
  const shopper = async () => {
    while (goesOn) {
      const started = performance.now()
      await ledger.debit(aDebit(randomAccountId(size)))
      times.push(performance.now() - started)
    }
  }
  const shoppers = Array.from({ length: SHOPPERS }, shopper)
  await meanwhile().finally(() => (goesOn = false))
  await Promise.all(shoppers)
  const { median, max } = spreadOf(times)
  say(`  ${times.length} debits meanwhile: ${figure(median)} ms, the slowest ${figure(max)} ms`)
  return max
}
