import { JOURNAL_INVARIANTS } from "../../src/modules/loyalty-points/journal/invariants"
import {
  assertLedgerCoherent,
  openLedger,
  sealAll,
  type TestLedger,
  untilFeedIsComplete,
} from "../support/ledger"

const NOW = new Date("2026-11-27T12:00:00Z")
const PROTECTED = ["loyalty_transaction", "loyalty_seal"]
const TABLES = ["loyalty_account", "loyalty_transaction", "loyalty_lot", "loyalty_seal"]

const line = (version: number) =>
  `version = ${version} AND account_no = (SELECT no FROM loyalty_account WHERE customer_id = 'one')`
const set = (assignments: string, version = 2) =>
  `UPDATE loyalty_transaction SET ${assignments} WHERE ${line(version)}`

/**
 * What somebody with full write access could do to lines of the journal. Many keep every sum right, so
 * that only the seals reveal them.
 */
const TAMPERINGS: Record<string, string[]> = {
  "another reason": [set("reason = 'Something else'")],
  "no reason": [set("reason = NULL")],
  "a reason where there was none": [set("reason = 'Because'", 1)],
  "another actor": [set("actor_id = 'user_2'")],
  "another kind of actor": [set("actor_type = 'api_key'")],
  "an actor that is gone": [set("actor_type = NULL, actor_id = NULL")],
  "another kind": [set("kind = 'bonus'")],
  "another source": [set("source_id = 'order_2'", 1)],
  "another kind of source": [set("source_type = 'award'", 1)],
  "a source that is gone": [set("source_type = NULL, source_id = NULL", 1)],
  "another program": [set("program_id = 'lprog_2'", 1)],
  "another version of the program": [set("program_version = 2", 1)],
  "another expiry in the journal": [set("expires_at = expires_at + interval '1 year'", 1)],
  "another expiry everywhere": [
    set("expires_at = expires_at + interval '1 year'", 1),
    "UPDATE loyalty_lot SET expires_at = expires_at + interval '1 year' WHERE no = 1",
    "UPDATE loyalty_account SET next_expiry = next_expiry + interval '1 year'",
  ],
  "another moment": [set("occurred_at = occurred_at - interval '1 microsecond'")],
  "another moment of writing": [set("created_at = created_at + interval '1 day'")],
  "another idempotency key": [set("idempotency_key = 'other'")],
  "an idempotency key that is gone": [set("idempotency_key = NULL")],
  "another input behind the key": [set("input_hash = md5('other')::uuid")],
  "details that were added": [set(`details = '{"note": "paid in cash"}'`)],
  "details that were changed": [set(`details = details || '{"cart_id": "cart_2"}'`, 1)],
  "details that are gone": [set("details = NULL", 1)],
  "points moved from one line to another": [
    set("points = points + 1, balance_after = balance_after + 1, lot_points = ARRAY[lot_points[1] + 1]", 1), // prettier-ignore
    "UPDATE loyalty_lot SET points = points + 1 WHERE no = 1 AND account_no = (SELECT no FROM loyalty_account WHERE customer_id = 'one')", // prettier-ignore
    set("points = points - 1, lot_points = ARRAY[lot_points[1] - 1]", 2),
  ],
  "two lots that changed places in two debits": [
    set("lot_nos = ARRAY[3]::bigint[]", 4),
    set("lot_nos = ARRAY[1]::bigint[]", 5),
  ],
  "two lines that changed places": [
    set("version = -1", 4),
    set("version = 4", 5),
    set("version = 5", -1),
  ],
  "a line given to another account": [
    `UPDATE loyalty_transaction SET account_no = (SELECT no FROM loyalty_account WHERE customer_id = 'two'), version = 2
     WHERE ${line(5)}`,
  ],
  "another place in the journal": [set("position = position + 1")],
  "the last line deleted, with all its effects": [
    `DELETE FROM loyalty_transaction WHERE ${line(5)}`,
    `UPDATE loyalty_account SET version = 4, balance = balance + 5 WHERE customer_id = 'one'`,
    `UPDATE loyalty_lot SET remaining = remaining + 5
     WHERE no = 3 AND account_no = (SELECT no FROM loyalty_account WHERE customer_id = 'one')`,
  ],
  "an account deleted with everything": [
    "DELETE FROM loyalty_transaction WHERE account_no = (SELECT no FROM loyalty_account WHERE customer_id = 'two')",
    "DELETE FROM loyalty_lot WHERE account_no = (SELECT no FROM loyalty_account WHERE customer_id = 'two')",
    "DELETE FROM loyalty_account WHERE customer_id = 'two'",
  ],
  "a line inserted among sealed ones, with all its effects": [
    `INSERT INTO loyalty_transaction (account_no, version, kind, points, balance_after, lot_nos,
       lot_points, occurred_at, position)
     SELECT a.no, 2, 'bonus', 100, a.balance + 100, '{2}', '{100}', now(),
       (SELECT min(position) FROM loyalty_transaction)
     FROM loyalty_account a WHERE customer_id = 'two'`,
    `INSERT INTO loyalty_lot (account_no, no, points, remaining, open, available_at)
     SELECT no, 2, 100, 100, true, now() FROM loyalty_account WHERE customer_id = 'two'`,
    `UPDATE loyalty_account SET version = 2, balance = balance + 100 WHERE customer_id = 'two'`,
  ],
  "a seal that was changed": ["UPDATE loyalty_seal SET hash = sha256('other') WHERE no = 1"],
  "a seal that says of other lines": ["UPDATE loyalty_seal SET lines = lines + 1 WHERE no = 2"],
  "a seal that is gone": ["DELETE FROM loyalty_seal WHERE no = 1"],
  "seals that changed places": [
    "UPDATE loyalty_seal SET no = 0 WHERE no = 1",
    "UPDATE loyalty_seal SET no = 1 WHERE no = 2",
    "UPDATE loyalty_seal SET no = 2 WHERE no = 0",
  ],
}

describe("a sealed journal", () => {
  let real: TestLedger
  const seen = new Set<string>()

  beforeAll(async () => {
    real = await openLedger(2)
    await fill()
    await seal()
    for (const table of TABLES) {
      await real.dataSource.query(`CREATE TABLE backup_${table} AS SELECT * FROM ${table}`)
    }
    for (const table of PROTECTED) {
      await real.dataSource.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`)
    }
  })
  afterEach(async () => {
    for (const table of TABLES) {
      await real.dataSource.query(`TRUNCATE ${table}`)
      await real.dataSource.query(`INSERT INTO ${table} SELECT * FROM backup_${table}`)
    }
    await assertLedgerCoherent(real.dataSource)
  })
  afterAll(() => real?.drop())

  /** Account one: an order earns 100, a correction of 10, a bonus of 20, two debits of 5 from two lots. */
  async function fill(): Promise<void> {
    const { id } = await real.accounts.ensure("one", NOW)
    const order = { type: "order", id: "order_1" }
    const terms = {
      policy: "allow_negative" as const,
      program: { id: "lprog_1", version: 1 },
      available_at: NOW,
      expires_at: new Date("2027-11-27T12:00:00Z"),
      details: { cart_id: "cart_1" },
      revision: 0,
    }
    await real.ledger.settle({ account_id: id, source: order, earned: 5, redeemed: 0, ...terms }, NOW) // prettier-ignore
    const actor = { type: "user", id: "user_1" }
    const adjust = { kind: "adjust", reason: "Sorry", actor, idempotency_key: "adjust:1" } as const
    await real.ledger.credit({ account_id: id, points: 10, expires_at: null, ...adjust }, NOW)
    const bonus = { kind: "bonus", points: 20, expires_at: new Date("2027-12-01T12:00:00Z") } as const // prettier-ignore
    await real.ledger.credit({ account_id: id, ...bonus }, NOW)
    await real.ledger.debit({ account_id: id, kind: "adjust", points: 5 }, NOW)
    await real.ledger.debit({ account_id: id, kind: "adjust", points: 5 }, NOW)
    const two = await real.accounts.ensure("two", NOW)
    const gift = { kind: "bonus", points: 50, expires_at: null } as const
    await real.ledger.credit({ account_id: two.id, ...gift }, NOW)
  }

  /** Seals all lines, two and a few more at a time. */
  async function seal(): Promise<number> {
    await untilFeedIsComplete(real.dataSource)
    return (await sealAll(real.journal, NOW)).seals
  }

  it("is proven, whatever the session's settings", async () => {
    expect((await real.audit.run()).violations).toEqual([])
    const seals = await real.dataSource.query<{ lines: string }[]>("SELECT lines FROM loyalty_seal")
    expect(seals.map(({ lines }) => Number(lines))).toEqual([2, 2, 2])
    await real.dataSource.transaction(async (manager) => {
      await manager.query("SET LOCAL timezone = 'Asia/Tokyo'")
      await manager.query("SET LOCAL datestyle = 'German'")
      await manager.query("SET LOCAL extra_float_digits = 0")
      const [other] = await manager.query<{ digest: string }[]>(
        "SELECT string_agg(encode(loyalty_line_digest(t), 'hex'), '' ORDER BY position) AS digest FROM loyalty_transaction t" // prettier-ignore
      )
      const [own] = await real.dataSource.query<{ digest: string }[]>(
        "SELECT string_agg(encode(loyalty_line_digest(t), 'hex'), '' ORDER BY position) AS digest FROM loyalty_transaction t" // prettier-ignore
      )
      expect(other).toEqual(own)
    })
  })

  it("has nothing left to seal until something is written", async () => {
    expect(await seal()).toBe(0)
    const { id } = await real.accounts.ensure("one", NOW)
    await real.ledger.debit({ account_id: id, kind: "adjust", points: 1 }, NOW)
    expect(await seal()).toBe(1)
    expect(await real.journal.lastSeal()).toMatchObject({ no: 4, lines: 1 })
  })

  it("is tampered with in more than thirty ways", () => {
    expect(Object.keys(TAMPERINGS).length).toBeGreaterThan(30)
  })

  it.each(Object.entries(TAMPERINGS))("reveals %s", async (_, statements) => {
    for (const sql of statements) {
      await real.dataSource.query(sql)
    }
    const violations = (await real.audit.run()).violations.filter(
      ({ invariant }) => invariant === 14
    )
    expect(violations).not.toEqual([])
    violations.forEach(({ code }) => seen.add(code))
  })

  it("has had each of its invariants violated", () => {
    expect([...seen].sort()).toEqual(JOURNAL_INVARIANTS.map(({ code }) => code).sort())
  })
})
