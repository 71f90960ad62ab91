import { setTimeout as pause } from "node:timers/promises"

import { underlyingError } from "../../src/modules/loyalty-points/database/underlying-error"
import type { SettleInput } from "../../src/modules/loyalty-points/ledger/types"
import { settleInChunks } from "../../src/workflows/settlement/settle-in-chunks"
import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { NOW, openRaceTrack, shopperWith, SOON, times } from "./race"

const RUNNERS = 8
const ACCOUNTS = 30
const SOURCES = 90
const DEADLOCK = "40P01"

describe("imports that settle the same sources at once", () => {
  let track: TestLedger
  let accounts: string[]
  beforeAll(async () => {
    track = await openRaceTrack()
  })
  beforeEach(async () => {
    accounts = []
    for (let i = 0; i < ACCOUNTS; i++) {
      accounts.push(await shopperWith(track, `cus_${i}`, 1))
    }
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    await assertLedgerCoherent(track.dataSource)
    await track.empty()
  })
  afterAll(() => track?.drop())

  const sources = (revision = 0): SettleInput[] =>
    Array.from({ length: SOURCES }, (_, n) => ({
      account_id: accounts[n % ACCOUNTS]!,
      source: { type: "purchase", id: `purchase_${n}` },
      ...{ earned: 10 + n, redeemed: 0, policy: "allow_negative", program: null, revision },
      ...{ available_at: NOW, expires_at: null },
    }))

  /** The same in a different order for each runner, forwards and backwards. */
  const turned = <T>(list: T[], runner: number): T[] => {
    const at = (runner * 17) % list.length
    const rotated = [...list.slice(at), ...list.slice(0, at)]
    return runner % 2 === 0 ? rotated : rotated.reverse()
  }

  /** Counts the deadlocks that the database found, including those after which the ledger retried. */
  function countDeadlocks(): () => number {
    const query = track.dataSource.query.bind(track.dataSource)
    let count = 0
    jest.spyOn(track.dataSource, "query").mockImplementation(async (...call) => {
      try {
        return await query(...call)
      } catch (error) {
        count += underlyingError(error).code === DEADLOCK ? 1 : 0
        throw error
      }
    })
    return () => count
  }

  async function importAll(inputs: SettleInput[]) {
    const failed: string[] = []
    const report = await settleInChunks(
      track.ledger,
      inputs,
      SOON,
      {
        settled: async () => undefined,
        failed: (_, error) => void failed.push((error as { ledger_code: string }).ledger_code),
      },
      20
    )
    return { ...report, failures: new Set(failed) }
  }

  async function balances(): Promise<number[]> {
    const found = await track.accounts.byIds(accounts, SOON)
    const byId = new Map(found.map(({ id, balance }) => [id, balance]))
    return accounts.map((id) => byId.get(id)!)
  }

  const expectedBalances = () =>
    accounts.map((_, i) => 1 + 3 * 10 + i + (i + ACCOUNTS) + (i + 2 * ACCOUNTS))

  it("settle each source once, without a deadlock, whatever order they come in", async () => {
    const deadlocks = countDeadlocks()
    const runs = times(RUNNERS, (runner) => importAll(turned(sources(), runner)))
    const reports = await Promise.all(runs.map((run) => run()))
    const sum = (one: "settled" | "transactions" | "failed") =>
      reports.reduce((total, report) => total + report[one], 0)
    expect(sum("settled")).toBe(SOURCES)
    expect(sum("transactions")).toBe(SOURCES)
    expect(sum("failed")).toBe((RUNNERS - 1) * SOURCES)
    expect(new Set(reports.flatMap(({ failures }) => [...failures]))).toEqual(
      new Set(["settlement_outdated"])
    )
    expect(await balances()).toEqual(expectedBalances())
    expect(deadlocks()).toBe(0)
  })

  it("end in the same ledger while their customers' accounts are merged", async () => {
    const deadlocks = countDeadlocks()
    const pairs = accounts.slice(0, 10).map((id, i) => [id, accounts[ACCOUNTS - 1 - i]!] as const)
    const merge = ([account_id, into_account_id]: readonly [string, string]) =>
      track.ledger.merge({ account_id, into_account_id, reason: "twice" }, SOON)
    const [reports] = await Promise.all([
      Promise.all(times(RUNNERS, (n) => importAll(turned(sources(), n))).map((run) => run())),
      Promise.all(pairs.map(merge)),
    ])
    expect(reports.reduce((total, { settled }) => total + settled, 0)).toBe(SOURCES)
    const total = (list: number[]) => list.reduce((one, other) => one + other, 0)
    expect(total(await balances())).toBe(total(expectedBalances()))
    expect((await balances()).slice(0, 10)).toEqual(pairs.map(() => 0))
    expect(deadlocks()).toBe(0)
  })

  it("write nothing more for customers who are deleted meanwhile, and all for the others", async () => {
    const deadlocks = countDeadlocks()
    const [gone, left] = [accounts.slice(0, 10), accounts.slice(10)]
    const closing = gone.map(async (id, n) => {
      await pause(n * 5)
      return track.ledger.close(id, SOON)
    })
    const [reports, closed] = await Promise.all([
      Promise.all(times(RUNNERS, (n) => importAll(turned(sources(), n))).map((run) => run())),
      Promise.all(closing),
    ])
    const written = await earnings()
    const won = reports.reduce((sum, { transactions }) => sum + transactions, 0)
    expect(won).toBe(written.length)
    expect(new Set(written.map(({ source_id }) => source_id)).size).toBe(written.length)
    expect(written.filter(({ id }) => left.includes(id))).toHaveLength(2 * (SOURCES / 3))
    expect(new Set(reports.flatMap(({ failures }) => [...failures]))).toEqual(
      new Set(["settlement_outdated"])
    )

    for (const [n, id] of gone.entries()) {
      const earned = written.filter((one) => one.id === id)
      const points = earned.reduce((sum, one) => sum + one.points, 1)
      expect(closed[n]).toMatchObject([{ kind: "expire", points: -points, balance_after: 0 }])
    }
    expect(await balances()).toEqual([...gone.map(() => 0), ...expectedBalances().slice(10)])
    const again = await Promise.all(gone.map((id) => track.ledger.close(id, SOON)))
    expect(again.flat()).toEqual([])
    expect(deadlocks()).toBe(0)
  })

  const earnings = () =>
    track.dataSource.query<{ id: string; source_id: string; points: number }[]>(
      `SELECT a.id, t.source_id, t.points::int FROM loyalty_transaction t
       JOIN loyalty_account a ON a.no = t.account_no WHERE t.kind = 'earn'`
    )
})
