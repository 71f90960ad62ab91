import { randomUUID } from "node:crypto"
import { pointsCode } from "../../src/domain/checkout/adjustment-code"
import type { AuditReport } from "../../src/modules/loyalty-points/audit/audit-store"
import type { HttpClient } from "../support/http"
import { runJob } from "../support/jobs"
import { openMarket, SWEDEN, type TestMarket } from "../support/markets"
import { newShopper, shopperWithPoints } from "../support/shoppers"

type Method = "get" | "post" | "delete"

const ADMIN_ROUTES: [Method, string][] = [
  ["get", "programs"],
  ["post", "programs"],
  ["get", "programs/lprog_1"],
  ["post", "programs/lprog_1"],
  ["delete", "programs/lprog_1"],
  ["get", "programs/lprog_1/versions"],
  ["post", "simulations"],
  ["get", "accounts"],
  ["get", "accounts/lacc_1"],
  ["get", "accounts/lacc_1/transactions"],
  ["get", "accounts/lacc_1/lots"],
  ["post", "accounts/lacc_1/adjustments"],
  ["post", "accounts/lacc_1/merge"],
  ["post", "customers/cus_1/claim-guest-orders"],
  ["get", "customers/cus_1"],
  ["get", "orders/order_1"],
  ["post", "orders/order_1/settle"],
  ["get", "statistics"],
  ["get", "reports/liability"],
  ["post", "audit"],
]

const SHOPPER_ROUTES: [Method, string][] = [
  ["get", "/store/loyalty/account"],
  ["get", "/store/loyalty/transactions"],
  ["post", "/store/loyalty/guest-orders"],
  ["post", "/store/carts/cart_1/loyalty-points"],
  ["delete", "/store/carts/cart_1/loyalty-points"],
]

describe("who may do what", () => {
  let market: TestMarket

  beforeAll(async () => {
    market = await openMarket(SWEDEN)
  })

  it.each(ADMIN_ROUTES)("%s /admin/loyalty/%s is for merchants only", async (method, path) => {
    const shopper = await shopperOnce()
    for (const client of [market.store, shopper, market.store.withToken("not-a-token")]) {
      expect(await client[method](`/admin/loyalty/${path}`)).toMatchObject({ status: 401 })
    }
  })

  it.each(SHOPPER_ROUTES)("%s %s is for logged-in shoppers only", async (method, path) => {
    for (const client of [market.store, market.store.withToken("not-a-token")]) {
      expect(await client[method](path)).toMatchObject({ status: 401 })
    }
  })

  it("a promotion cannot have the code that points have on an order", async () => {
    const code = pointsCode(15_000)
    expect(await makePromotion(code)).toMatchObject({
      status: 400,
      body: { type: "invalid_data", message: expect.stringMatching(/^code: .*reserved/) },
    })
    const made = await makePromotion(`SUMMER-${randomUUID()}`)
    expect(made.status).toBe(200)
    const path = `/admin/promotions/${made.body.promotion.id}`
    expect(await market.merchant.post(path, { code })).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^code: .*reserved/) },
    })
    await market.merchant.delete(path)
  })

  it("the audit says how much it has checked", async () => {
    await shopperWithPoints(market, 100)
    await runJob("seal-journal")
    const { audit } = await market.merchant.mustPost<{ audit: AuditReport }>("/admin/loyalty/audit")
    expect(audit).toEqual({
      accounts: expect.any(Number),
      transactions: expect.any(Number),
      violations: [],
      last_seal: {
        no: expect.any(Number),
        lines: expect.any(Number),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        sealed_at: expect.any(String),
      },
    })
    expect(audit.accounts).toBeGreaterThanOrEqual(1)
    expect(audit.transactions).toBeGreaterThanOrEqual(1)
  })

  let shopper: Promise<HttpClient> | undefined
  function shopperOnce(): Promise<HttpClient> {
    return (shopper ??= newShopper(market.store).then(({ client }) => client))
  }

  function makePromotion(code: string) {
    return market.merchant.post<{ promotion: { id: string }; message: string }>(
      "/admin/promotions",
      {
        code,
        type: "standard",
        application_method: {
          type: "percentage",
          target_type: "order",
          value: 10,
        },
      }
    )
  }
})
