import { setTimeout as pause } from "node:timers/promises"
import { BEGINNING } from "../../src/modules/loyalty-points/journal/place"
import type { JournalLine } from "../../src/modules/loyalty-points/journal/journal-store"
import {
  assertLedgerCoherent,
  openLedger,
  sealAll,
  type TestLedger,
  untilFeedIsComplete,
} from "../support/ledger"

const NOW = new Date("2026-11-27T12:00:00Z")
const WRITERS = 8
const ROUNDS = 30

describe("the feed of the journal", () => {
  let real: TestLedger
  let accounts: string[]

  beforeEach(async () => {
    real = await openLedger(WRITERS + 3)
    accounts = await Promise.all(
      Array.from({ length: 5 }, async (_, n) => (await real.accounts.ensure(`cus_${n}`, NOW)).id)
    )
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.drop()
  })

  const give = (account_id: string) =>
    real.ledger.credit({ account_id, kind: "bonus", points: 1, expires_at: null }, NOW)

  /** Writes in a transaction that goes on for a while, and then commits or gives up. */
  async function writeSlowly(account: string, doesCommit: boolean): Promise<void> {
    const runner = real.dataSource.createQueryRunner()
    await runner.startTransaction()
    await runner.query(
      `SELECT loyalty_credit($1, 1, $2, NULL, ROW('bonus',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,$2)::loyalty_entry, $2)`, // prettier-ignore
      [account, NOW]
    )
    await pause(Math.random() * 40)
    await (doesCommit ? runner.commitTransaction() : runner.rollbackTransaction())
    await runner.release()
  }

  /** Reads on until the writers have ended and nothing is left. */
  async function readWhile(writing: Promise<unknown>): Promise<JournalLine[]> {
    const read: JournalLine[] = []
    let goesOn = true
    const ended = writing
      .then(() => untilFeedIsComplete(real.dataSource))
      .finally(() => (goesOn = false))
    let place = BEGINNING
    for (;;) {
      const isLast = !goesOn
      const page = await real.journal.since(place, 7)
      read.push(...page.lines)
      place = page.next
      if (isLast && page.lines.length === 0) {
        await ended
        return read
      }
    }
  }

  it("gives each line exactly once while transactions commit late or never", async () => {
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let round = 0; round < ROUNDS; round++) {
        const account = accounts[(writer + round) % accounts.length] ?? ""
        await (writer < 3 ? writeSlowly(account, round % 3 > 0) : give(account))
      }
    })
    const read = await readWhile(Promise.all(writers))
    const written = await real.dataSource.query<{ id: string }[]>(
      "SELECT 'ltx_' || account_no || '_' || version AS id FROM loyalty_transaction"
    )
    expect(written.length).toBe((WRITERS - 3) * ROUNDS + 3 * (ROUNDS - ROUNDS / 3))
    const ids = read.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(written.map(({ id }) => id).sort())
    for (const account of accounts) {
      const versions = read.filter((one) => one.account_id === account).map((one) => one.version)
      const gapless = versions.map((_, index) => index + 1)
      expect([...versions].sort((a, b) => a - b)).toEqual(gapless)
    }
  })

  it("waits for a line whose transaction began before others that have committed", async () => {
    const [first = "", second = ""] = accounts
    const runner = real.dataSource.createQueryRunner()
    await runner.startTransaction()
    await runner.query("SELECT pg_current_xact_id()")
    await give(second)
    expect((await real.journal.since(BEGINNING, 10)).lines).toEqual([])
    await runner.query(
      `SELECT loyalty_credit($1, 1, $2, NULL, ROW('bonus',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,$2)::loyalty_entry, $2)`, // prettier-ignore
      [first, NOW]
    )
    await runner.commitTransaction()
    await runner.release()
    await untilFeedIsComplete(real.dataSource)
    const { lines } = await real.journal.since(BEGINNING, 10)
    expect(lines.map(({ account_id }) => account_id)).toEqual([first, second])
  })

  it("goes on after a restore into a cluster that counts transactions from a lower number", async () => {
    const [first = ""] = accounts
    await give(first)
    await untilFeedIsComplete(real.dataSource)
    const { next } = await real.journal.since(BEGINNING, 10)
    await real.dataSource.query("ALTER TABLE loyalty_transaction DISABLE TRIGGER USER")
    await real.dataSource.query("UPDATE loyalty_transaction SET position = position + 1000000")
    const later = { ...next, position: String(Number(next.position) + 1_000_000) }
    const answers = await Promise.all([1, 2, 3].map(() => real.journal.continuePositions()))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await real.journal.continuePositions()).toBe(false)
    await give(first)
    await untilFeedIsComplete(real.dataSource)
    const { lines } = await real.journal.since(later, 10)
    expect(lines.map(({ version }) => version)).toEqual([2])
    expect((await real.journal.since(BEGINNING, 10)).lines).toHaveLength(2)
  })

  it("seals each line once, whoever seals", async () => {
    for (const account of accounts) {
      await Promise.all([give(account), give(account), give(account)])
    }
    await untilFeedIsComplete(real.dataSource)
    const sealers = [1, 2, 3, 4].map(() => sealAll(real.journal, NOW))
    const sealed = await Promise.all(sealers)
    expect(sealed.reduce((sum, { lines }) => sum + lines, 0)).toBe(15)
  })
})
