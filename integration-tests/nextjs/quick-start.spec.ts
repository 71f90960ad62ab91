import path from "node:path"
import { testVariable } from "../../scripts/test/environment"
import { fillCart } from "../support/carts"
import { sharedStore } from "../support/http"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { serveShop, type RunningShop } from "../support/nextjs/serve"
import { builtShop } from "../support/nextjs/shop"
import { setProgram } from "../support/programs"
import { adjustPoints, newShopper } from "../support/shoppers"

/** Time to install Next.js and to build for the first time, on a busy machine. */
const BUILD_TIMEOUT_MS = 600_000

const MALAYSIA = country("Malaysia", "my", "myr", 10)

/** The shop of docs/quick-start-shop-developers.md, built by Next.js, on a real store. */
describe("the Next.js shop of the quick start", () => {
  let market: TestMarket
  let shop: RunningShop
  /** The cookies of a logged-in shopper with 2,000 points and a cart of 450.00 and delivery. */
  let cookies: string
  let cartId: string

  beforeAll(async () => {
    const folder = await builtShop()
    market = await openMarket(MALAYSIA)
    const { publishableKey } = market.shop
    const store = { url: sharedStore().baseUrl, publishableKey }
    shop = await serveShop(folder, store, path.join(testVariable("runFolder"), "nextjs.log"))
    await setProgram(market.merchant, "myr")
    const shopper = await newShopper(market.store)
    await adjustPoints(market.merchant, shopper, 2000, { expires_at: null })
    const { variantId } = await stockProduct(market, 450)
    const items = [{ variant_id: variantId, quantity: 1 }]
    const cart = await fillCart(shopper.client, market, items, shopper.email)
    cartId = cart.id
    cookies = `_medusa_jwt=${await tokenOf(shopper.email)}; _medusa_cart_id=${cart.id}`
  }, BUILD_TIMEOUT_MS)

  afterAll(() => shop?.stop())

  it("shows the cart and the pieces' first view from the server", async () => {
    const html = await page("/cart")
    expect(html).toContain("465")
    expect(html).toContain('class="loyalty-')
  })

  it("applies points for the logged-in customer, and the page's total follows", async () => {
    const { status, body } = await ask(points(), { method: "POST", body: { points: 1500 } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      cart: { total: 450 },
      loyalty_quote: { points_applied: 1500, discount: 15 },
    })
    expect(await page("/cart")).toContain("450")

    const removed = await ask(points(), { method: "DELETE" })
    expect(removed.body).toMatchObject({ cart: { total: 465 } })
  })

  it("forwards requests for the customer's account with their query", async () => {
    const { body } = await ask("/store/loyalty/transactions?limit=1")
    expect(body).toMatchObject({ count: 1, limit: 1 })
  })

  it("refuses a visitor as the backend does", async () => {
    const { status } = await ask(points(), { method: "POST", body: {}, cookie: "" })
    expect(status).toBe(401)
  })

  it("forwards only requests about points", async () => {
    expect((await ask("/store/customers/me")).status).toBe(404)
    expect((await ask(`/store/carts/${cartId}`)).status).toBe(404)
  })

  const points = () => `/store/carts/${cartId}/loyalty-points`

  async function page(pathname: string): Promise<string> {
    const answer = await fetch(shop.url + pathname, { headers: { cookie: cookies } })
    expect(answer.status).toBe(200)
    return answer.text()
  }

  async function ask(
    pathname: string,
    { method = "GET", body = undefined as unknown, cookie = cookies } = {}
  ): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(shop.url + pathname, {
      method,
      headers: { cookie, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : undefined }
  }

  async function tokenOf(email: string): Promise<string> {
    const login = { email, password: "a-long-password" }
    const { token } = await market.store.mustPost<{ token: string }>(
      "/auth/customer/emailpass",
      login
    )
    return token
  }
})
