import { randomUUID } from "node:crypto"
import type {
  LoyaltyAccountDTO,
  LoyaltyTransactionDTO,
} from "../../src/modules/loyalty-points/ledger/types"
import { expectCleanAudit } from "../support/audit"
import type { Refusal } from "../support/carts"
import type { Answer } from "../support/http"
import { openMarket, SWEDEN, type TestMarket } from "../support/markets"
import { accountOf, journalOf, newShopper, type Shopper } from "../support/shoppers"

type Adjusted = {
  loyalty_transaction: LoyaltyTransactionDTO
  loyalty_account: LoyaltyAccountDTO
} & Refusal

describe("points that the merchant gives and takes by hand", () => {
  let market: TestMarket
  let shopper: Shopper
  let accountId: string

  beforeAll(async () => {
    market = await openMarket(SWEDEN)
  })

  beforeEach(async () => {
    shopper = await newShopper(market.store)
    accountId = (await accountOf(shopper)).id
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("are given and taken with a reason and a name", async () => {
    const { user } = await market.merchant.mustGet<{ user: { id: string } }>("/admin/users/me")
    const given = await adjust({ points: 500, reason: "A late delivery" })
    expect(given).toMatchObject({
      status: 200,
      body: {
        loyalty_transaction: {
          kind: "adjust",
          points: 500,
          balance_after: 500,
          reason: "A late delivery",
          actor_type: "user",
          actor_id: user.id,
          order_id: null,
        },
        loyalty_account: { id: accountId, balance: 500, available: 500 },
      },
    })
    const taken = await adjust({ points: -200, reason: "Given by mistake" })
    expect(taken.body).toMatchObject({
      loyalty_transaction: { points: -200, balance_after: 300, reason: "Given by mistake" },
      loyalty_account: { balance: 300, available: 300 },
    })
    expect((await journalOf(shopper)).map(({ id }) => id)).toEqual([
      taken.body.loyalty_transaction.id,
      given.body.loyalty_transaction.id,
    ])
  })

  it("are never taken beyond what there is", async () => {
    await adjust({ points: 500, reason: "Welcome" })
    expect(await adjust({ points: -501, reason: "Too many" })).toMatchObject({
      status: 400,
      body: {
        type: "not_allowed",
        code: "insufficient_points",
        message: "Not enough points: 501 asked, 500 available",
      },
    })
    expect(await journalOf(shopper)).toHaveLength(1)
    expect(await adjust({ points: -500, reason: "All" })).toMatchObject({ status: 200 })
  })

  it("are never taken beyond what there is, however many merchants act at once", async () => {
    await adjust({ points: 500, reason: "Welcome" })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => adjust({ points: -500, reason: "All" }))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(400)])
    expect(await accountOf(shopper)).toMatchObject({ balance: 0, available: 0 })
  })

  it("are given once for one idempotency key, even at the same time", async () => {
    const body = { points: 500, reason: "Welcome", idempotency_key: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 10 }, () => adjust(body)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    const ids = new Set(answers.map(({ body }) => body.loyalty_transaction.id))
    expect(ids.size).toBe(1)
    expect(await accountOf(shopper)).toMatchObject({ balance: 500 })
  })

  it("answer a repeated key with the first result, even when the points are gone", async () => {
    await adjust({ points: 500, reason: "Welcome" })
    const body = { points: -500, reason: "All", idempotency_key: randomUUID() }
    const first = await adjust(body)
    const again = await adjust(body)
    expect(again.status).toBe(200)
    expect(again.body.loyalty_transaction).toEqual(first.body.loyalty_transaction)
    expect(await accountOf(shopper)).toMatchObject({ balance: 0 })
  })

  it("refuse a repeated key with other input", async () => {
    const key = { idempotency_key: randomUUID() }
    await adjust({ points: 500, reason: "Welcome", ...key })
    const other = await newShopper(market.store)
    const { id: otherId } = await accountOf(other)
    for (const answer of [
      await adjust({ points: 501, reason: "Welcome", ...key }),
      await adjust({ points: -500, reason: "Welcome", ...key }),
      await adjust({ points: 500, reason: "Another reason", ...key }),
      await adjust({ points: 500, reason: "Welcome", expires_at: null, ...key }),
      await adjust({ points: 500, reason: "Welcome", ...key }, otherId),
    ]) {
      expect(answer).toMatchObject({
        status: 422,
        body: { type: "duplicate_error", message: expect.stringContaining("idempotency key") },
      })
    }
    expect(await accountOf(shopper)).toMatchObject({ balance: 500 })
    expect(await accountOf(other)).toMatchObject({ balance: 0 })
  })

  it("expire when the merchant says, or never", async () => {
    const expires_at = "2099-12-31T23:59:59.000Z"
    const dated = await adjust({ points: 10, reason: "Until the end", expires_at })
    expect(dated.body.loyalty_transaction.expires_at).toBe(expires_at)
    const local = await adjust({
      points: 10,
      reason: "Midnight in Warsaw",
      expires_at: "2099-07-01T00:00:00+02:00",
    })
    expect(local.body.loyalty_transaction.expires_at).toBe("2099-06-30T22:00:00.000Z")
    const lasting = await adjust({ points: 10, reason: "For ever", expires_at: null })
    expect(lasting.body.loyalty_transaction.expires_at).toBeNull()
    expect((await accountOf(shopper)).expiring).toHaveLength(2)
  })

  it("of an unknown account are not found", async () => {
    expect(await adjust({ points: 10, reason: "Welcome" }, "lacc_unknown")).toMatchObject({
      status: 404,
      body: { type: "not_found", message: expect.stringContaining("lacc_unknown") },
    })
  })

  function adjust(body: Record<string, unknown>, id = accountId): Promise<Answer<Adjusted>> {
    return market.merchant.post(`/admin/loyalty/accounts/${id}/adjustments`, body)
  }
})
