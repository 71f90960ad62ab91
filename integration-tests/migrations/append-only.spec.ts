import { isLedgerError, toLedgerError } from "../../src/modules/loyalty-points/ledger/errors"
import { openLedger, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-01T12:00:00Z")

describe("the journal", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(2)
    const { id } = await real.accounts.ensure("cus_1", NOW)
    const bonus = { account_id: id, kind: "bonus" as const, points: 100, expires_at: null }
    await real.ledger.credit(bonus, NOW)
  })
  afterAll(() => real?.drop())

  it.each([
    ["changed", "UPDATE loyalty_transaction SET points = 1000"],
    ["deleted", "DELETE FROM loyalty_transaction"],
    ["changed where nothing matches", "UPDATE loyalty_transaction SET points = 1 WHERE false"],
  ])("cannot be %s", async (_, sql) => {
    const error = await real.dataSource.query(sql).then(() => null, toLedgerError)
    expect(isLedgerError(error, "ledger_append_only")).toBe(true)
    expect((error as Error).message).toBe(
      "loyalty_transaction is append-only: correct a mistake with another transaction"
    )
  })

  it("can be truncated, as test runners do between tests", async () => {
    await real.empty()
    const [row] = await real.dataSource.query("SELECT count(*) FROM loyalty_transaction")
    expect(row).toEqual({ count: "0" })
  })
})
