import type { QueryRunner } from "typeorm"

import { dataSourceOnUrl } from "../../src/modules/loyalty-points/database/data-source"
import type { JournalLine } from "../../src/modules/loyalty-points/journal/journal-store"
import { BEGINNING, type JournalPlace } from "../../src/modules/loyalty-points/journal/place"
import { entryExpression, entryParameters } from "../../src/modules/loyalty-points/ledger/entry"
import { eventually } from "../support/eventually"
import { assertLedgerCoherent, storesOn, type TestLedger } from "../support/ledger"
import { NOW, openRaceTrack } from "./race"

/** By so much positions move. */
const STEP = 2 ** 48
/** From so many calls on PostgreSQL keeps one plan for a connection. */
const CALLS_UNTIL_PLANNED = 8

type Stores = Pick<TestLedger, "dataSource" | "ledger" | "journal">

/** As after a restore to an earlier point in time, with an instance that was never stopped. */
describe("positions that are moved on while an older instance writes", () => {
  let track: TestLedger
  let older: Stores
  let accounts: [string, string, string]
  /** Of a test that fails some are still in their transaction. */
  let runners: QueryRunner[]
  beforeAll(async () => {
    track = await openRaceTrack()
    const connections = dataSourceOnUrl({ clientUrl: track.url }, 4)
    older = storesOn(await connections.initialize())
  })
  beforeEach(async () => {
    runners = []
    const ids = ["one", "two", "three"].map(
      async (name) => (await track.accounts.ensure(name, NOW)).id
    )
    accounts = (await Promise.all(ids)) as [string, string, string]
  })
  afterEach(async () => {
    await Promise.all(runners.filter((one) => one.isTransactionActive).map(end("rollback")))
    await assertLedgerCoherent(track.dataSource)
    await track.empty()
  })
  afterAll(async () => {
    await older?.dataSource.destroy()
    await track?.drop()
  })

  const give = ({ ledger }: Stores, account_id: string) =>
    ledger.credit({ account_id, kind: "bonus", points: 1, expires_at: null }, NOW)

  const moveOn = () => track.dataSource.query("SELECT loyalty_continue_positions(true)")

  /** Begins a transaction that has its number, and so its place, before it writes anything. */
  async function begin(): Promise<QueryRunner> {
    const runner = runnerOn(older)
    await runner.startTransaction()
    await runner.query("SELECT pg_current_xact_id()")
    return runner
  }

  function runnerOn({ dataSource }: Stores): QueryRunner {
    const runner = dataSource.createQueryRunner()
    runners.push(runner)
    return runner
  }

  const write = (runner: QueryRunner, account: string) =>
    runner.query(`SELECT 1 FROM loyalty_credit($1, 1, $2, NULL, ${entryExpression(3)}, $2)`, [
      ...[account, NOW],
      ...entryParameters("bonus", {}, NOW),
    ])

  const end = (how: "commit" | "rollback") => async (runner: QueryRunner) => {
    await (how === "commit" ? runner.commitTransaction() : runner.rollbackTransaction())
    await runner.release()
  }
  const commit = end("commit")

  /** Waits until somebody waits to lock the journal. */
  const whenSomebodyWaits = () =>
    eventually(async () => {
      const waiting = await track.dataSource.query<unknown[]>(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'loyalty_transaction'::regclass`
      )
      expect(waiting).not.toEqual([])
    })

  /** What comes after a place, and how far the reader is then. */
  async function read(from: JournalPlace, { journal }: Stores = track) {
    const lines: JournalLine[] = []
    let place = from
    for (;;) {
      const page = await journal.since(place, 2)
      lines.push(...page.lines)
      place = page.next
      if (page.lines.length === 0) {
        return { lines, place }
      }
    }
  }

  async function linesWritten(): Promise<{ id: string; epoch: number }[]> {
    return track.dataSource.query(
      `SELECT 'ltx_' || account_no || '_' || version AS id, (position / ${STEP})::int AS epoch
       FROM loyalty_transaction ORDER BY position, account_no, version`
    )
  }

  it("lose no line and give none twice, whatever is being written as they move", async () => {
    const [one, two, three] = accounts
    for (let call = 0; call < CALLS_UNTIL_PLANNED; call++) {
      await give(older, three)
    }
    const [before] = await linesWritten()
    const first = await read(BEGINNING)
    const [idle, writing] = [await begin(), await begin()]
    await write(writing, one)
    const moving = moveOn()
    await whenSomebodyWaits()
    const written = [write(idle, two), give(older, three), give(track, three)]
    const during = await read(first.place)

    await commit(writing)
    await Promise.all([moving, ...written])
    await commit(idle)
    await give(older, three)

    let { place } = during
    const lines = [...first.lines, ...during.lines]
    const ids = (await linesWritten()).map(({ id }) => id)
    expect(ids).toHaveLength(CALLS_UNTIL_PLANNED + 5)
    await eventually(async () => {
      const next = await read(place, older)
      lines.push(...next.lines)
      place = next.place
      expect(lines).toHaveLength(ids.length)
    })
    expect(lines.map(({ id }) => id)).toEqual(ids)
    const epochs = (await linesWritten()).map(({ epoch }) => epoch - before!.epoch)
    expect(epochs).toEqual([...Array<number>(CALLS_UNTIL_PLANNED + 1).fill(0), 1, 1, 1, 1])
  })

  it("pass over no line for a reader who looked before it was committed", async () => {
    const [one, two] = accounts
    const writing = await begin()
    await write(writing, one)
    await give(older, two)
    const reader = runnerOn(track)
    await reader.startTransaction("REPEATABLE READ")
    await reader.query("SELECT count(*) FROM loyalty_transaction")
    const moving = moveOn()
    await whenSomebodyWaits()
    await commit(writing)
    await moving

    const seen: unknown = await reader.query("SELECT * FROM loyalty_feed(0, 0, 0, 10)")
    await commit(reader)
    expect(seen).toEqual([])
    const { lines } = await eventually(async () => {
      const found = await read(BEGINNING)
      expect(found.lines).toHaveLength(2)
      return found
    })
    expect(lines.map(({ account_id }) => account_id)).toEqual([one, two])
  })
})
