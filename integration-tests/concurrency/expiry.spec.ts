import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { createInterface } from "node:readline"

import { ROOT } from "../../scripts/lib/files"
import { LedgerErrorCode } from "../../src/modules/loyalty-points/ledger/errors"
import type { Line } from "../support/inside/expire"
import type { TestLedger } from "../support/ledger"
import { NOW, openRaceTrack, race } from "./race"

const ACCOUNTS = 10_000
const DUE_LOTS = 10
const DUE_POINTS = 10
/** Points of every account in a lot that does not expire. */
const LIVE_POINTS = 1000
/** The first accounts hold points for a cart, so that many of their due points stay. */
const HOLDERS = 50
const HELD = 15
const SHOPPERS_AT_ONCE = 4

/** A separate process that expires on command. */
interface Expirer {
  /** Waits for a line of its output. */
  next<Is extends Line["is"]>(is: Is): Promise<Extract<Line, { is: Is }>>
  start(): void
  kill(): Promise<void>
}

describe("the expiry of 100,000 lots by several processes while customers spend", () => {
  let track: TestLedger
  let processes: Expirer[]
  beforeAll(async () => {
    track = await openRaceTrack()
    const [started] = await Promise.all([Promise.all([expirer(), expirer(), expirer()]), fill()])
    processes = started
  })
  afterAll(() => track?.drop())

  it("expires each lot once, survives a kill, and lets every customer pay", async () => {
    const [crashed, one, other] = processes as [Expirer, Expirer, Expirer]
    crashed.start()
    await crashed.next("chunk")
    await crashed.kill()
    expect((await expiries()).accounts).toBeLessThan(ACCOUNTS)

    let isOver = false
    const spending = Promise.all(
      Array.from({ length: SHOPPERS_AT_ONCE }, (_, shopper) => spendUntil(shopper, () => isOver))
    )
    one.start()
    other.start()
    const reports = await Promise.all([one.next("done"), other.next("done")])
    isOver = true
    const spends = (await spending).reduce((sum, count) => sum + count, 0)

    expect(reports).toMatchObject([1, 2].map(() => ({ failed: 0, refusedChunks: 0 })))
    expect(Math.min(...reports.map(({ accounts }) => accounts))).toBeGreaterThan(0)
    expect(spends).toBeGreaterThan(0)
    expect(await expiries()).toEqual({
      accounts: ACCOUNTS,
      most: 1,
      points: ACCOUNTS * DUE_LOTS * DUE_POINTS - HOLDERS * HELD,
    })
    expect(await balances()).toBe(ACCOUNTS * LIVE_POINTS + HOLDERS * HELD - spends)
    const { violations } = await track.audit.run()
    expect(violations).toEqual([])
  })

  /** Pays with one point at a time, across all accounts; returns how often. */
  async function spendUntil(shopper: number, isOver: () => boolean): Promise<number> {
    let spends = 0
    for (let turn = shopper; !isOver(); turn += SHOPPERS_AT_ONCE) {
      const account_id = `lacc_${((turn * 7919) % ACCOUNTS) + 1}`
      const debit = { account_id, kind: "adjust" as const, points: 1 }
      const { answers, refusals } = await race([() => track.ledger.debit(debit, NOW)])
      expect(refusals[LedgerErrorCode.BUSY] ?? 0).toBe(0)
      spends += answers.length
    }
    return spends
  }

  /** What expired: on how many accounts, how often at most on one, and points in total. */
  async function expiries() {
    const [row] = await track.dataSource.query<Record<string, string>[]>(
      `SELECT count(*) AS accounts, max(count) AS most, sum(points) AS points FROM (
         SELECT count(*), -sum(points) AS points FROM loyalty_transaction
         WHERE kind = 'expire' GROUP BY account_no
       ) expired`
    )
    return {
      accounts: Number(row!.accounts),
      most: Number(row!.most),
      points: Number(row!.points),
    }
  }

  async function balances(): Promise<number> {
    const [row] = await track.dataSource.query<{ sum: string }[]>(
      `SELECT sum(balance) FROM loyalty_account`
    )
    return Number(row!.sum)
  }

  async function expirer(): Promise<Expirer> {
    const script = path.join(ROOT, "integration-tests/support/inside/expire.ts")
    const child = spawn(
      process.execPath,
      ["--require", "ts-node/register", script, track.url, NOW.toISOString()],
      { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] }
    )
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    const next = async <Is extends Line["is"]>(is: Is): Promise<Extract<Line, { is: Is }>> => {
      for (let line = await lines.next(); !line.done; line = await lines.next()) {
        const said = JSON.parse(line.value) as Line
        if (said.is === is) {
          return said as Extract<Line, { is: Is }>
        }
      }
      throw new Error(`The process ended before it said “${is}”`)
    }
    await next("ready")
    return {
      next,
      start: () => void child.stdin.write("start\n"),
      kill: async () => {
        const ended = once(child, "exit")
        child.kill("SIGKILL")
        await ended
      },
    }
  }

  /** A consistent ledger, set by set: each account has ten due lots and one that lives. */
  async function fill(): Promise<void> {
    const { dataSource } = track
    const balance = DUE_LOTS * DUE_POINTS + LIVE_POINTS
    await dataSource.query(
      `INSERT INTO loyalty_account (no, id, customer_id, balance, held, version, next_expiry,
         created_at, updated_at)
       SELECT n, 'lacc_' || n, 'cus_' || n, $2, CASE WHEN n <= $3::int THEN $4::bigint ELSE 0 END,
         $5::bigint, $6::timestamptz - n * interval '1 second' - ($5::bigint - 1) * interval '1 hour',
         $6::timestamptz - interval '1 year', $6::timestamptz - interval '1 year'
       FROM generate_series(1, $1::int) n`,
      [ACCOUNTS, balance, HOLDERS, HELD, DUE_LOTS + 1, NOW]
    )
    await dataSource.query(
      `INSERT INTO loyalty_redemption (id, account_no, target_type, target_id, customer_id, status,
         points_requested, points, currency_code, attempt, held_at, created_at, updated_at)
       SELECT 'lred_' || n, n, 'cart', 'cart_' || n, 'cus_' || n, 'held', $2, $2, 'pln', 'attempt',
         $3, $3, $3
       FROM generate_series(1, $1::int) n`,
      [HOLDERS, HELD, NOW]
    )
    await dataSource.query(
      `INSERT INTO loyalty_lot (account_no, no, points, remaining, open, available_at, expires_at)
       SELECT n, lot, points, points, true, $4::timestamptz - interval '1 year',
         CASE WHEN lot <= $2::int
           THEN $4 - n * interval '1 second' - ($2::int - lot + 1) * interval '1 hour' END
       FROM generate_series(1, $1::int) n, generate_series(1, $2::int + 1) lot,
         LATERAL (SELECT CASE WHEN lot <= $2::int THEN $3::bigint ELSE $5::bigint END AS points) gift`,
      [ACCOUNTS, DUE_LOTS, DUE_POINTS, NOW, LIVE_POINTS]
    )
    await dataSource.query(
      `INSERT INTO loyalty_transaction (account_no, version, kind, points, balance_after, lot_nos,
         lot_points, expires_at, occurred_at)
       SELECT account_no, no, 'bonus', points,
         LEAST(no, $1::int) * $2::bigint + CASE WHEN no > $1::int THEN points ELSE 0 END,
         ARRAY[no], ARRAY[points], expires_at, available_at
       FROM loyalty_lot`,
      [DUE_LOTS, DUE_POINTS]
    )
    await dataSource.query(`VACUUM ANALYZE loyalty_account, loyalty_lot, loyalty_transaction`)
  }
})
