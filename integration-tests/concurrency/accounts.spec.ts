import type { EntityManager } from "typeorm"

import { withRetry } from "../../src/modules/loyalty-points/database/retry"
import { newAccountId } from "../../src/modules/loyalty-points/ledger/ids"
import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { barrier, NOW, openRaceTrack, race, shopperWith, SOON, times } from "./race"

const DEADLOCK = "40P01"

describe("accounts that several requests touch at once", () => {
  let track: TestLedger
  beforeAll(async () => {
    track = await openRaceTrack()
  })
  afterEach(async () => {
    await assertLedgerCoherent(track.dataSource)
    await track.empty()
  })
  afterAll(() => track?.drop())

  it("would be opened several times for one customer if requests looked first", async () => {
    const meet = barrier(20)
    const { answers } = await race(
      times(20, async () => {
        const found = await track.accounts.ofCustomer("naive", NOW)
        await meet()
        return found
      })
    )
    expect(answers).toEqual(Array(20).fill(null))
  })

  it("open once when a new customer's first points come twenty times at once", async () => {
    const { answers } = await race(
      times(20, async (index) => {
        const { id } = await track.accounts.ensure("new_customer", NOW)
        const source = { type: "order", id: `order_${index}` }
        const earned = { kind: "earn" as const, points: 10, expires_at: null, source }
        await track.ledger.credit({ account_id: id, ...earned }, NOW)
        return id
      })
    )
    expect(new Set(answers).size).toBe(1)
    const account = await track.accounts.byId(answers[0]!, NOW)
    expect(account).toMatchObject({ balance: 200, lifetime_earned: 200 })
  })

  it("refuse a second account for a customer, even when bypassing the store", async () => {
    const { id } = await track.accounts.ensure("only_one", NOW)
    await expect(
      track.dataSource.query(
        `INSERT INTO loyalty_account (id, customer_id, created_at, updated_at)
         VALUES ($1, $2, $3, $3)`,
        [newAccountId(), "only_one", NOW]
      )
    ).rejects.toThrow("loyalty_account_customer_unique")
    expect((await track.accounts.ofCustomer("only_one", NOW))!.id).toBe(id)
  })

  it("cannot deadlock through the ledger's operations: each locks one account", async () => {
    const accounts = [
      await shopperWith(track, "first", 1000),
      await shopperWith(track, "second", 1000),
    ]
    const move = async (from: string, to: string) => {
      const adjust = { kind: "adjust" as const, points: 10 }
      await track.ledger.debit({ ...adjust, account_id: from }, SOON)
      await track.ledger.credit({ ...adjust, account_id: to, expires_at: null }, SOON)
    }
    const [first, second] = accounts as [string, string]
    const { refusals } = await race(
      times(20, (index) => (index % 2 === 0 ? move(first, second) : move(second, first)))
    )
    expect(refusals).toEqual({})
    const left = await track.accounts.byIds(accounts, SOON)
    expect(left.map(({ balance }) => balance)).toEqual([1000, 1000])
  })

  describe("locked in opposite order by two transfers", () => {
    const take = (manager: EntityManager, account: string) =>
      manager.query(
        `SELECT 1 FROM loyalty_debit($1, 10, ROW('adjust', NULL, NULL, NULL, NULL, NULL, NULL,
           NULL, NULL, NULL, NULL, $2::timestamptz)::loyalty_entry, $2)`,
        [account, SOON]
      )
    /** Takes the accounts one after the other, with everybody waiting in between the first time. */
    const transfer = (accounts: string[], meet: () => Promise<void>) =>
      track.dataSource.transaction(async (manager) => {
        await take(manager, accounts[0]!)
        await meet()
        await take(manager, accounts[1]!)
      })
    const twoShoppers = async () => [
      await shopperWith(track, "first", 1000),
      await shopperWith(track, "second", 1000),
    ]

    it("are a deadlock, which the database ends for one of them", async () => {
      const accounts = await twoShoppers()
      const meet = barrier(2)
      const results = await Promise.allSettled([
        transfer(accounts, meet),
        transfer([...accounts].reverse(), meet),
      ])
      const failed = results.filter((result) => result.status === "rejected")
      expect(failed.map(({ reason }) => reason.driverError.code)).toEqual([DEADLOCK])
    })

    it("both succeed once the loser is retried", async () => {
      const accounts = await twoShoppers()
      const meet = barrier(2)
      await Promise.all([
        withRetry(() => transfer(accounts, meet)),
        withRetry(() => transfer([...accounts].reverse(), meet)),
      ])
      const left = await track.accounts.byIds(accounts, SOON)
      expect(left.map(({ balance }) => balance)).toEqual([980, 980])
    })
  })
})
