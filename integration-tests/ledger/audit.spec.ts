import { fillLedger } from "../../scripts/bench/ledger-data"
import { withClient } from "../../scripts/lib/postgres/connection"
import { cartTarget } from "../../src/domain/checkout/target"
import { invariantsOf } from "../../src/modules/loyalty-points/assembly"
import { CAPABILITIES } from "../../src/modules/loyalty-points/capabilities"
import { JOURNAL_INVARIANTS } from "../../src/modules/loyalty-points/journal/invariants"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-01T12:00:00Z")
const PROGRAM = { id: "lprog_1", version: 1 }

/** Removes what protects a ledger from corruption, so that the audit can be tested. */
const PROTECTION = [
  "ALTER TABLE loyalty_transaction DISABLE TRIGGER loyalty_transaction_append_only",
  "ALTER TABLE loyalty_transaction DROP CONSTRAINT loyalty_transaction_points_check",
  "ALTER TABLE loyalty_lot DROP CONSTRAINT loyalty_lot_remaining_check",
  "ALTER TABLE loyalty_lot DROP CONSTRAINT loyalty_lot_open_check",
  "DROP INDEX loyalty_transaction_key_unique",
]

/** What somebody could do to a ledger directly, and the audit's finding. */
const BROKEN: [story: string, invariant: number, code: string, sql: string][] = [
  [
    "a balance that somebody raised",
    ...([1, "balance_is_not_the_sum"] as const),
    "UPDATE loyalty_account SET balance = balance + 1",
  ],
  [
    "a line that is gone",
    ...([1, "balance_is_not_the_sum"] as const),
    "DELETE FROM loyalty_transaction WHERE version = 2",
  ],
  [
    "a line with another number",
    ...([1, "balance_is_not_the_sum"] as const),
    "UPDATE loyalty_transaction SET version = 0 WHERE version = 2",
  ],
  [
    "an account that is gone",
    ...([1, "balance_is_not_the_sum"] as const),
    "DELETE FROM loyalty_account",
  ],
  [
    "a line that says another balance",
    ...([1, "balance_after_does_not_follow"] as const),
    "UPDATE loyalty_transaction SET balance_after = balance_after + 1 WHERE version = 2",
  ],
  [
    "a lot that lost points",
    ...([2, "lots_are_not_the_balance"] as const),
    "UPDATE loyalty_lot SET remaining = remaining - 1 WHERE no = 2",
  ],
  [
    "a lot with more points than it came with",
    ...([2, "lot_out_of_bounds"] as const),
    "UPDATE loyalty_lot SET remaining = points + 1 WHERE no = 2",
  ],
  [
    "a lot below zero",
    ...([2, "lot_out_of_bounds"] as const),
    "UPDATE loyalty_lot SET remaining = -1 WHERE no = 1",
  ],
  [
    "a lot that is closed over its points",
    ...([2, "lot_out_of_bounds"] as const),
    "UPDATE loyalty_lot SET open = false WHERE no = 2",
  ],
  [
    "a payment that took points from another lot than it says",
    ...([3, "lot_is_not_the_sum_of_its_uses"] as const),
    "UPDATE loyalty_transaction SET lot_nos = '{2,1}' WHERE version = 3",
  ],
  [
    "a lot that came with other points than were credited",
    ...([3, "lot_is_not_the_sum_of_its_uses"] as const),
    "UPDATE loyalty_lot SET points = points + 1 WHERE no = 2",
  ],
  [
    "a payment whose lots do not make its points",
    ...([3, "uses_are_not_the_points"] as const),
    "UPDATE loyalty_transaction SET lot_points = '{-100,-19}' WHERE version = 3",
  ],
  [
    "held points that no cart holds",
    ...([4, "held_is_not_the_sum"] as const),
    "UPDATE loyalty_account SET held = held + 1",
  ],
  [
    "a cart that holds points nobody set aside",
    ...([4, "held_is_not_the_sum"] as const),
    "UPDATE loyalty_redemption SET account_no = 0 WHERE status = 'held'",
  ],
  [
    "an order that was settled at other points than it earned",
    ...([5, "order_is_not_settled"] as const),
    "UPDATE loyalty_settlement SET points_earned = 99",
  ],
  [
    "an order that was settled at other points than it redeemed",
    ...([5, "order_is_not_settled"] as const),
    "UPDATE loyalty_settlement SET points_redeemed = 1",
  ],
  [
    "a cart that paid with other points than were taken",
    ...([5, "capture_is_not_the_redemption"] as const),
    "UPDATE loyalty_redemption SET points = 119 WHERE status = 'captured'",
  ],
  [
    "a cart that paid for another order",
    ...([5, "capture_is_not_the_redemption"] as const),
    "UPDATE loyalty_redemption SET order_id = 'order_3' WHERE status = 'captured'",
  ],
  [
    "points taken for a cart that did not pay with them",
    ...([5, "capture_is_not_the_redemption"] as const),
    "UPDATE loyalty_redemption SET status = 'released' WHERE status = 'captured'",
  ],
  [
    "one idempotency key on two lines",
    ...([6, "idempotency_key_twice"] as const),
    "UPDATE loyalty_transaction SET idempotency_key = 'welcome' WHERE version = 1",
  ],
  [
    "points on an account that is closed",
    ...([7, "points_on_a_closed_account"] as const),
    "UPDATE loyalty_account SET closed_at = now()",
  ],
  [
    "an account that was merged and kept its points",
    ...([7, "points_on_a_closed_account"] as const),
    "UPDATE loyalty_account SET closed_at = now(), merged_into = 0, held = 0, balance = -1",
  ],
  [
    "points of a merge that no account got",
    ...([7, "merge_does_not_balance"] as const),
    "UPDATE loyalty_transaction SET kind = 'merge', source_id = 'lacc_2' WHERE version = 3",
  ],
  [
    "a purchase that counts for somebody else",
    ...([13, "purchase_is_not_the_members"] as const),
    "UPDATE loyalty_settlement SET member_no = member_no + 1",
  ],
  [
    "points held in another wallet than their account",
    ...([15, "points_in_another_wallet"] as const),
    "UPDATE loyalty_redemption SET wallet = 'stars' WHERE status = 'held'",
  ],
  [
    "an order that was settled in another wallet than its account",
    ...([15, "points_in_another_wallet"] as const),
    "UPDATE loyalty_settlement SET wallet = 'stars'",
  ],
  [
    "an account that was merged into another wallet",
    ...([15, "points_in_another_wallet"] as const),
    `WITH other AS (
       INSERT INTO loyalty_account (id, customer_id, wallet, created_at, updated_at)
       VALUES ('lacc_stars', 'cus_2', 'stars', now(), now()) RETURNING no
     )
     UPDATE loyalty_account SET closed_at = now(), merged_into = other.no FROM other`,
  ],
  [
    "lines that cost more points than the cart paid",
    ...([11, "lines_cost_more_than_the_redemption"] as const),
    `UPDATE loyalty_redemption SET lines = '[
         {"line_id": "one", "points_per_unit": 60, "units": 1},
         {"line_id": "two", "points_per_unit": 61, "units": 1}
       ]' WHERE status = 'captured'`,
  ],
]

describe("the audit", () => {
  let real: TestLedger
  let account: string
  beforeAll(async () => {
    real = await openLedger(2)
    for (const sql of PROTECTION) {
      await real.dataSource.query(sql)
    }
  })
  beforeEach(async () => {
    await real.empty()
    account = await openShopper()
  })
  afterAll(() => real?.drop())

  /** Versions: 1 earns 100 (settled), 2 a bonus of 50, 3 redeems 120 for order_2; 10 are held. */
  async function openShopper(): Promise<string> {
    const { id } = await real.accounts.ensure("cus_1", NOW)
    const order = { type: "order", id: "order_1" }
    const dates = { available_at: NOW, expires_at: new Date("2027-03-01T12:00:00Z") }
    const terms = { policy: "allow_negative" as const, program: PROGRAM, revision: 0, ...dates }
    await real.ledger.settle({ account_id: id, source: order, earned: 100, redeemed: 0, ...terms }, NOW) // prettier-ignore
    const bonus = {
      kind: "bonus" as const,
      points: 50,
      expires_at: null,
      idempotency_key: "welcome",
    }
    await real.ledger.credit({ account_id: id, ...bonus }, NOW)
    const paid = await hold(id, "cart_1", 120)
    await real.ledger.capture(paid, "order_2", "cart_1", NOW)
    await hold(id, "cart_2", 10)
    return id
  }

  async function hold(account_id: string, cart_id: string, points: number): Promise<string> {
    const request = {
      account_id,
      target: cartTarget(cart_id),
      customer_id: "cus_1",
      currency_code: "pln",
    }
    await real.redemptions.request({ ...request, points_requested: points }, NOW)
    const { id } = (await real.redemptions.activeOf(cartTarget(cart_id)))!
    const attempt = { redemption_id: id, attempt: "a", points, discount: "1", program: PROGRAM }
    await real.ledger.hold(attempt, NOW)
    return id
  }

  it("is tested on every invariant of every capability", () => {
    const codes = new Set(BROKEN.map(([, , code]) => code))
    const untried = invariantsOf(CAPABILITIES).filter(({ code }) => !codes.has(code))
    // Those of seals are violated one by one in seals.spec.ts.
    expect(untried).toEqual(JOURNAL_INVARIANTS)
  })

  it("finds nothing in a ledger that only the ledger wrote", async () => {
    expect(await real.audit.run()).toEqual({ accounts: 1, transactions: 3, violations: [] })
  })

  it.each(BROKEN)("names %s", async (_, invariant, code, sql) => {
    await real.dataSource.query(sql)
    const { violations } = await real.audit.run()
    expect(violations).toContainEqual(expect.objectContaining({ invariant, code }))
  })

  it("names the account and both numbers", async () => {
    await real.dataSource.query("UPDATE loyalty_account SET held = 11")
    const { violations } = await real.audit.run()
    expect(violations).toEqual([
      {
        ...{ invariant: 4, code: "held_is_not_the_sum", subject: account },
        message: "held is 11, its redemptions hold 10",
      },
    ])
  })

  it("finds by replaying what sums cannot show: points used before they existed", async () => {
    await real.dataSource.query(
      `UPDATE loyalty_transaction SET
         lot_nos = CASE version WHEN 1 THEN '{2}'::bigint[] ELSE '{1}' END WHERE version < 3`
    )
    const { violations } = await real.audit.run()
    expect(violations.filter(({ code }) => code === "replay_disagrees")).not.toEqual([])
  })

  it("reports at most a hundred violations of one kind", async () => {
    await real.dataSource.query(
      `INSERT INTO loyalty_account (id, customer_id, balance, created_at, updated_at)
       SELECT 'lacc_' || n, 'cus_new_' || n, 5, now(), now() FROM generate_series(1, 300) n`
    )
    const { violations } = await real.audit.run()
    expect(violations.filter(({ code }) => code === "balance_is_not_the_sum")).toHaveLength(100)
  })

  it("finds nothing in the benchmark's ledger of three hundred shoppers", async () => {
    await real.empty()
    const size = { accounts: 300, transactionsPerAccount: 9, creditsPerAccount: 4 }
    await withClient(real.url, (client) => fillLedger(client, size, NOW))
    const { accounts, transactions, violations } = await real.audit.run()
    expect({ accounts, transactions, violations }).toEqual({
      ...{ accounts: 300, transactions: 2700, violations: [] },
    })
    await assertLedgerCoherent(real.url)
  })
})
