import type { QueryRunner } from "typeorm"

import { entryExpression, entryParameters } from "../../src/modules/loyalty-points/ledger/entry"
import { eventually } from "../support/eventually"
import { assertLedgerCoherent, sealAll, type TestLedger } from "../support/ledger"
import { NOW, openRaceTrack, race, times } from "./race"

const WALLETS = ["points", "stars"]
/** Customers who are merged into one while the journal is sealed. */
const OTHERS = 6
const SEALERS = 3

type Seal = { no: string; lines: string; sealed: string }

/** Each customer has two lots of 10 points and two of 10 stars. */
describe("the journal, sealed while customers merge all their wallets", () => {
  let track: TestLedger
  /** Of the merge that commits late. */
  let runner: QueryRunner
  beforeAll(async () => {
    track = await openRaceTrack()
    runner = track.dataSource.createQueryRunner()
  })
  afterEach(async () => {
    if (runner.isTransactionActive) {
      await runner.rollbackTransaction()
    }
    await assertLedgerCoherent(track.dataSource)
    await track.empty()
  })
  afterAll(async () => {
    await runner?.release()
    await track?.drop()
  })

  /** The customer's account of points. */
  async function customer(name: string): Promise<string> {
    for (const wallet of WALLETS) {
      const { id: account_id } = await track.accounts.ensure(name, NOW, wallet)
      const gift = { account_id, kind: "bonus" as const, points: 10, expires_at: null }
      await track.ledger.credit(gift, NOW)
      await track.ledger.credit(gift, NOW)
    }
    return (await track.accounts.ensure(name, NOW)).id
  }

  const merge = (account_id: string, into_account_id: string) =>
    track.ledger.merge({ account_id, into_account_id, reason: "One person" }, NOW)

  /** A merge whose transaction stays open until it is told to commit. */
  async function mergeSlowly(account_id: string, into_account_id: string) {
    await runner.startTransaction()
    await runner.query(`SELECT 1 FROM loyalty_merge($1, $2, ${entryExpression(4)}, $3)`, [
      ...[account_id, into_account_id, NOW],
      ...entryParameters("merge", { reason: "One person" }, NOW),
    ])
    return () => runner.commitTransaction()
  }

  const seal = async () => (await sealAll(track.journal, NOW)).lines

  async function sealWhile(working: Promise<unknown>): Promise<number> {
    let goesOn = true
    const ended = working.finally(() => (goesOn = false))
    let lines = 0
    while (goesOn) {
      lines += await seal()
    }
    await ended
    return lines
  }

  const linesWritten = async (): Promise<number> => {
    const [row] = await track.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int FROM loyalty_transaction`
    )
    return row!.count
  }

  /** What each seal says it holds, and the lines between it and the one before. */
  const seals = () =>
    track.dataSource.query<Seal[]>(
      `SELECT s.no, s.lines, count(t.position) AS sealed
       FROM (SELECT *, lag(through, 1, 0::bigint) OVER (ORDER BY no) AS after FROM loyalty_seal) s
       LEFT JOIN loyalty_transaction t ON t.position > s.after AND t.position <= s.through
       GROUP BY s.no, s.lines ORDER BY s.no`
    )

  it("holds each line in exactly one seal, those of a merge that commits late too", async () => {
    const kept = await customer("kept")
    const others: string[] = []
    for (let n = 0; n < OTHERS; n++) {
      others.push(await customer(`other ${n}`))
    }
    const [late, intoLate] = [await customer("late"), await customer("kept too")]
    const given = (OTHERS + 3) * WALLETS.length * 2
    expect(await linesWritten()).toBe(given)

    const commit = await mergeSlowly(late, intoLate)
    const merges = race(times(OTHERS, (n) => merge(others[n]!, kept)))
    const sealing = Promise.all(Array.from({ length: SEALERS }, () => sealWhile(merges)))
    const { answers, refusals } = await merges
    expect([answers.length, refusals]).toEqual([OTHERS, {}])
    const early = (await sealing).reduce((sum, lines) => sum + lines, 0) + (await seal())
    // What began after the merge that is still open waits for it, although it has committed.
    expect(early).toBeLessThanOrEqual(given)

    await commit()
    const moved = (OTHERS + 1) * WALLETS.length * 3
    expect(await linesWritten()).toBe(given + moved)
    let sealed = early
    await eventually(async () => {
      sealed += await seal()
      expect(sealed).toBe(given + moved)
    })
    const found = await seals()
    expect(found.map(({ sealed: lines }) => lines)).toEqual(found.map(({ lines }) => lines))
    expect(found.reduce((sum, { lines }) => sum + Number(lines), 0)).toBe(given + moved)
    for (const wallet of WALLETS) {
      const account = await track.accounts.ofCustomer("kept", NOW, wallet)
      expect(account).toMatchObject({ balance: (OTHERS + 1) * 20 })
    }
  })
})
