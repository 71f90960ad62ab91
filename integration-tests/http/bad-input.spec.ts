import { Client } from "pg"
import type { Product } from "../../scripts/seed/products"
import type { LoyaltyProgramDTO } from "../../src/modules/loyalty-points/program/types"
import { expectCleanAudit } from "../support/audit"
import { applyPoints, type Cart, fillCart, type Refusal } from "../support/carts"
import { type Answer, type HttpClient, sharedStoreDatabase } from "../support/http"
import { openMarket, ROMANIA, stockProduct, type TestMarket } from "../support/markets"
import { setProgram } from "../support/programs"
import { accountOf, newShopper, type Shopper, shopperWithPoints } from "../support/shoppers"
import { queryStore } from "../support/store-database"

const NUL = "\u0000"
/** Not numbers at all, or none that a shop could mean. */
const NO_NUMBERS = ["", "ten", "NaN", "Infinity", "0x10", "1,5", "1 000", true, [], [5], {}]
const NO_DECIMALS = [...NO_NUMBERS, -1, "-0.01", 1e300, "1e300", "1e999999999", "0.123456789"]
const NO_WHOLE_NUMBERS = [...NO_NUMBERS, "5", 1.5, -1, 1e13, 2 ** 53]
const NO_TEXTS = [5, true, null, [], {}, "", "   ", `zero${NUL}character`, "x".repeat(501)]
const NO_SWITCHES = ["true", "yes", 1, 0, null, [], {}]
const NO_CHOICES = ["", "never", 0, null, [], {}]
const NO_MOMENTS = [
  "tomorrow",
  "2099-13-45T00:00:00Z",
  "2099-01-01",
  "2020-01-01T00:00:00Z",
  "9999-12-31T23:59:59-01:00",
  4_070_908_800_000,
  true,
  [],
  {},
]
const NO_BODIES = [null, [], [1], "text", 5, true]

const BAD_RULES: Record<string, unknown[]> = {
  is_enabled: NO_SWITCHES,
  points_per_currency_unit: [...NO_DECIMALS, null],
  point_value: [...NO_DECIMALS, null, 0, "0.000000001"],
  minimum_balance: [...NO_WHOLE_NUMBERS, null],
  minimum_order_total: [...NO_DECIMALS, null],
  maximum_discount: NO_DECIMALS,
  maximum_discount_percent: [...NO_DECIMALS, 100.01],
  validity_days: [...NO_WHOLE_NUMBERS, 0, 36_501],
  earn_on: NO_CHOICES,
  pending_days: [...NO_WHOLE_NUMBERS, null],
  fixed_expiry: ["", "31-12", "12-32", "02-30", "1-1", "2026-12-31", 1231, true, [], {}],
  fixed_expiry_minimum_days: [...NO_WHOLE_NUMBERS, null, 36_501],
  earning_basis: NO_CHOICES,
  rounding: NO_CHOICES,
  combine_with_promotions: NO_SWITCHES,
  clawback_policy: NO_CHOICES,
}

const BAD_PAGES: [string, string][] = [
  ["limit", "limit=0"],
  ["limit", "limit=-1"],
  ["limit", "limit=1.5"],
  ["limit", "limit=101"],
  ["limit", "limit=ten"],
  ["limit", "limit="],
  ["limit", "limit=NaN"],
  ["limit", "limit=1e1"],
  ["limit", "limit[]=5"],
  ["limit", "limit[$gt]=5"],
  ["limit", "limit=5&limit=6"],
  ["offset", "offset=-1"],
  ["offset", "offset=0.5"],
  ["offset", "offset="],
  ["offset", "offset=Infinity"],
  ["offset", "offset=99999999999999999999"],
  ["colour", "colour=red"],
]

describe("invalid input", () => {
  let market: TestMarket
  let merchant: HttpClient
  let program: LoyaltyProgramDTO
  let shopper: Shopper
  let accountId: string
  let blanket: Product
  let cart: Cart
  const database = new Client({ connectionString: sharedStoreDatabase() })

  beforeAll(async () => {
    await database.connect()
    market = await openMarket(ROMANIA)
    merchant = market.merchant
    program = await setProgram(merchant, "ron")
    blanket = await stockProduct(market, 450)
    shopper = await shopperWithPoints(market, 15_000)
    accountId = (await accountOf(shopper)).id
    cart = await fillCart(
      shopper.client,
      market,
      [{ variant_id: blanket.variantId, quantity: 1 }],
      shopper.email
    )
    await applyPoints(shopper.client, cart, 5_000)
  })

  afterAll(async () => {
    await database.end()
    await expectCleanAudit(merchant)
  })

  describe("for points on a cart", () => {
    it.each([...NO_WHOLE_NUMBERS, 0, null])("refuses points of %j", (points) =>
      expectRefused("points", () => applying({ points }))
    )
    it("refuses more points than the shopper has", () =>
      expectRefused("points", () => applying({ points: 15_001 })))
    it("refuses fields it does not know", () =>
      expectRefused("colour", () => applying({ points: 5_000, colour: "red" })))
    it.each(NO_BODIES)("refuses a body of %j", (body) => expectRefused("", () => applying(body)))

    function applying(body: unknown) {
      return shopper.client.post<Refusal>(`/store/carts/${cart.id}/loyalty-points`, body)
    }
  })

  describe("for an adjustment", () => {
    const valid = { points: 5, reason: "Welcome" }

    it.each([...NO_WHOLE_NUMBERS.filter((points) => points !== -1), 0, null, -1e13])(
      "refuses points of %j",
      (points) => expectRefused("points", () => adjusting({ ...valid, points }))
    )
    it.each(NO_TEXTS)("refuses a reason of %j", (reason) =>
      expectRefused("reason", () => adjusting({ ...valid, reason }))
    )
    it.each(NO_TEXTS.filter((key) => key !== "   "))(
      "refuses an idempotency key of %j",
      (idempotency_key) =>
        expectRefused("idempotency_key", () => adjusting({ ...valid, idempotency_key }))
    )
    it.each(NO_MOMENTS)("refuses an expiry of %j", (expires_at) =>
      expectRefused("expires_at", () => adjusting({ ...valid, expires_at }))
    )
    it("refuses an expiry of points that are taken", () =>
      expectRefused("expires_at", () => adjusting({ ...valid, points: -5, expires_at: null })))
    it("refuses fields it does not know", () =>
      expectRefused("colour", () => adjusting({ ...valid, colour: "red" })))
    it("refuses to be empty, and names what is missing", async () => {
      await expectRefused("points", () => adjusting({}))
      await expectRefused("reason", () => adjusting({}))
    })
    it.each(NO_BODIES)("refuses a body of %j", (body) => expectRefused("", () => adjusting(body)))

    function adjusting(body: unknown) {
      return merchant.post<Refusal>(`/admin/loyalty/accounts/${accountId}/adjustments`, body)
    }
  })

  describe.each([
    ["a new program", "programs", (rules: object) => ({ currency_code: "aed", ...rules })],
    ["a program", "programs/:id", (rules: object) => rules],
    [
      "a simulation",
      "simulations",
      (rules: object) => ({ currency_code: "ron", spent: 1, order_total: 1, rules }),
    ],
  ])("for the rules of %s", (_, path, bodyWith) => {
    it.each(Object.entries(BAD_RULES))("refuses a wrong %s", async (field, values) => {
      for (const value of values) {
        await expectRefused(field, () => ruling(bodyWith({ [field]: value })), value)
      }
    })
    it("refuses rules it does not know", () =>
      expectRefused("colour", () => ruling(bodyWith({ colour: "red" }))))
    it.each(NO_BODIES)("refuses a body of %j", (body) => expectRefused("", () => ruling(body)))

    function ruling(body: unknown) {
      return merchant.post<Refusal>(`/admin/loyalty/${path.replace(":id", program.id)}`, body)
    }
  })

  describe("for a program", () => {
    it.each(["", "z", "zzz", "ron ", 5, null, [], {}, `r${NUL}n`])(
      "refuses a currency of %j",
      async (currency_code) => {
        await expectRefused("currency_code", () => creating({ currency_code }))
        await expectRefused("currency_code", () =>
          merchant.post<Refusal>("/admin/loyalty/simulations", {
            currency_code,
            spent: 1,
            order_total: 1,
          })
        )
      }
    )
    it("refuses to have no currency, and to change it", async () => {
      await expectRefused("currency_code", () => creating({}))
      await expectRefused("currency_code", () =>
        merchant.post(`/admin/loyalty/programs/${program.id}`, { currency_code: "aed" })
      )
    })
    it.each(NO_TEXTS)("refuses a name of %j", async (name) => {
      await expectRefused("name", () => creating({ currency_code: "aed", name }))
      await expectRefused("name", () =>
        merchant.post(`/admin/loyalty/programs/${program.id}`, { name })
      )
    })

    function creating(body: unknown) {
      return merchant.post<Refusal>("/admin/loyalty/programs", body)
    }
  })

  describe("for a simulation", () => {
    const valid = { currency_code: "ron", spent: 1_500, order_total: 450 }

    it.each(["spent", "order_total"])("refuses a wrong %s", async (field) => {
      for (const value of [...NO_DECIMALS, null, undefined]) {
        await expectRefused(field, () => simulating({ ...valid, [field]: value }), value)
      }
    })
    it.each([...NO_WHOLE_NUMBERS, null])("refuses available points of %j", (available_points) =>
      expectRefused("available_points", () => simulating({ ...valid, available_points }))
    )
    it.each([null, [], "rules", 5])("refuses rules of %j", (rules) =>
      expectRefused("rules", () => simulating({ ...valid, rules }))
    )
    it("handles the largest numbers that it accepts", async () => {
      const { status } = await simulating({
        currency_code: "ron",
        spent: 10_000_000_000,
        order_total: 10_000_000_000,
        available_points: 1_000_000_000_000,
        rules: { points_per_currency_unit: 100_000, point_value: "0.00000001" },
      })
      expect(status).toBe(200)
    })

    function simulating(body: unknown) {
      return merchant.post<Refusal>("/admin/loyalty/simulations", body)
    }
  })

  describe("for a page", () => {
    it.each(BAD_PAGES)("refuses %s in ?%s", async (field, query) => {
      for (const path of [
        "programs",
        `programs/${program.id}/versions`,
        "accounts",
        `accounts/${accountId}/transactions`,
        `accounts/${accountId}/lots`,
      ]) {
        await expectRefused(field, () => merchant.get<Refusal>(`/admin/loyalty/${path}?${query}`))
      }
      await expectRefused(field, () => market.store.get(`/store/loyalty/programs?${query}`))
      await expectRefused(field, () => shopper.client.get(`/store/loyalty/transactions?${query}`))
    })

    it.each([
      ["order", "order=colour"],
      ["order", "order=--balance"],
      ["order", "order=balance;drop"],
      ["order", "order[]=balance"],
      ["q", "q[]=ewa"],
      ["q", "q[a]=ewa"],
      ["q", "q=%00"],
    ])("refuses %s in ?%s of the accounts", (field, query) =>
      expectRefused(field, () => merchant.get(`/admin/loyalty/accounts?${query}`))
    )
  })

  describe("for a settlement and an audit", () => {
    it.each(["orders/order_1/settle", "audit"])("%s takes no fields", (path) =>
      expectRefused("colour", () => merchant.post(`/admin/loyalty/${path}`, { colour: "red" }))
    )
  })

  describe("for an id", () => {
    it.each([
      ["a name", "nobody"],
      ["a null character", "%00"],
      ["an emoji", "%F0%9F%98%80"],
      ["an attack", "' OR 1=1 --"],
      ["a path", "lacc_1%2F.."],
      ["a very long word", "x".repeat(5_000)],
    ])("knows nothing by %s", async (_, id) => {
      for (const path of [
        `programs/${id}`,
        `programs/${id}/versions`,
        `accounts/${id}`,
        `accounts/${id}/transactions`,
        `accounts/${id}/lots`,
        `customers/${id}`,
        `orders/${id}`,
      ]) {
        await expectUnknown(() => merchant.get(`/admin/loyalty/${path}`))
      }
      await expectUnknown(() => merchant.post(`/admin/loyalty/programs/${id}`))
      await expectUnknown(() => merchant.delete(`/admin/loyalty/programs/${id}`))
      await expectUnknown(() => merchant.post(`/admin/loyalty/orders/${id}/settle`))
      await expectUnknown(() =>
        merchant.post(`/admin/loyalty/accounts/${id}/adjustments`, { points: 5, reason: "Hello" })
      )
      const ofCart = `/store/carts/${id}/loyalty-points`
      await expectUnknown(() => shopper.client.get(ofCart))
      await expectUnknown(() => shopper.client.post(ofCart))
      await expectUnknown(() => shopper.client.delete(ofCart))
    })
  })

  it("does not even open an account", async () => {
    const { client, id } = await newShopper(market.store)
    expect((await client.get("/store/loyalty/transactions?limit=0")).status).toBe(400)
    expect((await client.post(`/store/carts/${cart.id}/loyalty-points`, {})).status).toBe(404)
    const accounts = `SELECT id FROM loyalty_account WHERE customer_id = $1`
    expect(await queryStore(accounts, [id])).toEqual([])
  })

  /** 400 with a message that names the field; for a body that is not an object, just 400. */
  async function expectRefused(
    field: string,
    send: () => Promise<Answer<unknown>>,
    value?: unknown
  ): Promise<void> {
    const before = await everythingWritten()
    const { status, body } = (await send()) as Answer<Refusal>
    expect({ value, status, type: body.type, message: body.message }).toEqual({
      value,
      status: 400,
      type: "invalid_data",
      message: expect.stringMatching(field && new RegExp(`[' ]${field}'|\\b${field}:`)),
    })
    expect(await everythingWritten()).toEqual(before)
  }

  async function expectUnknown(send: () => Promise<Answer<unknown>>): Promise<void> {
    const before = await everythingWritten()
    expect(await send()).toMatchObject({ status: 404 })
    expect(await everythingWritten()).toEqual(before)
  }

  /** Every row that a request of these tests could touch. */
  async function everythingWritten(): Promise<unknown> {
    const { rows } = await database.query<object>(
      `SELECT
         (SELECT row_to_json(a) FROM loyalty_account a WHERE id = $1) AS account,
         (SELECT count(*) FROM loyalty_lot JOIN loyalty_account a ON a.no = account_no
          WHERE a.id = $1) AS lots,
         (SELECT json_agg(r) FROM loyalty_redemption r WHERE target_id = $2) AS redemptions,
         (SELECT count(*) FROM loyalty_settlement WHERE source_id = 'order_1') AS settlements,
         (SELECT json_agg(p ORDER BY id) FROM loyalty_program p) AS programs,
         (SELECT count(*) FROM loyalty_program_version) AS versions`,
      [accountId, cart.id]
    )
    return rows
  }
})
