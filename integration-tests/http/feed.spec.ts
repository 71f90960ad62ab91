import { expectCleanAudit } from "../support/audit"
import { eventsOf, listenToStore } from "../support/events"
import { openMarket, SWEDEN, type TestMarket } from "../support/markets"
import { onStoreLedger } from "../support/store-ledger"
import { untilFeedIsComplete } from "../support/ledger"
import { accountOf, adjustPoints, newShopper } from "../support/shoppers"

type Line = {
  id: string
  account_id: string
  customer_id: string
  wallet: string
  version: number
  points: number
}
type Feed = { loyalty_transactions: Line[]; next_after: string; has_more: boolean }

describe("the feed of the journal", () => {
  let market: TestMarket

  beforeAll(async () => {
    market = await openMarket(SWEDEN)
  })
  afterAll(() => expectCleanAudit(market.merchant))

  const untilStoreFeedIsComplete = () =>
    onStoreLedger(({ dataSource }) => untilFeedIsComplete(dataSource))

  const read = (query: string) =>
    market.merchant.mustGet<Feed>(`/admin/loyalty/transactions?${query}`)

  /** Everything from a cursor on, page by page. */
  async function readOn(after: string): Promise<{ lines: Line[]; last: string }> {
    await untilStoreFeedIsComplete()
    const lines: Line[] = []
    for (let cursor = after; ;) {
      const page = await read(`${cursor && `after=${cursor}&`}limit=1000`)
      lines.push(...page.loyalty_transactions)
      if (!page.has_more) {
        return { lines, last: page.next_after }
      }
      cursor = page.next_after
    }
  }

  it("continues where the last answer ended, over all accounts", async () => {
    const { last } = await readOn("")
    const [one, two] = [await newShopper(market.store), await newShopper(market.store)]
    await adjustPoints(market.merchant, one, 100)
    await adjustPoints(market.merchant, two, 50)
    await adjustPoints(market.merchant, one, -30)
    const accounts = [(await accountOf(one)).id, (await accountOf(two)).id]
    await untilStoreFeedIsComplete()
    const first = await read(`after=${last}&limit=2`)
    expect(first.has_more).toBe(true)
    const rest = await readOn(first.next_after)
    const own = [...first.loyalty_transactions, ...rest.lines].filter(({ account_id }) =>
      accounts.includes(account_id)
    )
    expect(own).toMatchObject([
      { customer_id: one.id, wallet: "points", version: 1, points: 100 },
      { customer_id: two.id, wallet: "points", version: 1, points: 50 },
      { customer_id: one.id, wallet: "points", version: 2, points: -30 },
    ])
    expect((await readOn(rest.last)).lines).toEqual([])
  })

  it("has its events: points given by hand, and both sides of a merge", async () => {
    await listenToStore()
    const [old, kept] = [await newShopper(market.store), await newShopper(market.store)]
    await adjustPoints(market.merchant, old, 70)
    await adjustPoints(market.merchant, kept, 5)
    const merge = { into_account_id: (await accountOf(kept)).id, reason: "Registered twice" }
    const path = `/admin/loyalty/accounts/${(await accountOf(old)).id}/merge`
    await market.merchant.mustPost(path, merge)
    await market.merchant.mustPost(path, merge)
    expect(await eventsOf("loyalty.points_adjusted", old)).toMatchObject([{ points: 70 }])
    expect(await eventsOf("loyalty.points_merged", old)).toMatchObject([{ points: -70 }])
    expect(await eventsOf("loyalty.points_merged", kept)).toMatchObject([{ points: 70 }])
  })

  it.each([
    ["after=yesterday", "after"],
    ["after=1-2", "after"],
    ["after=9999999999999999999-1-1", "after"],
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["offset=5", "offset"],
  ])("refuses %s by its name", async (query, field) => {
    const { status, body } = await market.merchant.get<{ message: string }>(
      `/admin/loyalty/transactions?${query}`
    )
    expect(status).toBe(400)
    expect(body.message).toContain(field)
  })

  it("is for merchants only", async () => {
    const { client } = await newShopper(market.store)
    expect((await client.get("/admin/loyalty/transactions")).status).toBe(401)
  })
})
