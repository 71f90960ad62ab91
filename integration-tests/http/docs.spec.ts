import { Client } from "pg"
import { TEST_ADMIN } from "../../scripts/test/environment"
import { fillCart } from "../support/carts"
import { askWithCurl } from "../support/docs/curl"
import { blocksIn, placeOf } from "../support/docs/pages"
import { commandsIn } from "../support/docs/shell"
import { asMerchant, sharedStore, sharedStoreDatabase, type HttpClient } from "../support/http"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { findProgram } from "../support/programs"
import { accountOf, newShopper } from "../support/shoppers"

const CURRENCIES = ["eur", "pln"]

const requests = blocksIn("bash").flatMap((block) =>
  commandsIn(block.text)
    .filter((command) => command.startsWith("curl "))
    .map((command) => ({ command, place: placeOf(block) }))
)

const queries = blocksIn("sql").map((block) => ({ place: placeOf(block), sql: block.text }))

/** In order, on one store: later requests use what earlier ones created. */
describe("the requests of the docs", () => {
  let market: TestMarket
  let variables: Record<string, string>

  beforeAll(async () => {
    const merchant = await asMerchant(sharedStore())
    await deletePrograms(merchant)
    market = await openMarket({
      ...country("Deutschland", "de", "eur", 19),
      pricesIncludeTax: false,
    })
    const shopper = await newShopper(market.store)
    const { variantId } = await stockProduct(market, 450)
    const items = [{ variant_id: variantId, quantity: 1 }]
    const cart = await fillCart(shopper.client, market, items, shopper.email)
    const account = await accountOf(shopper)
    variables = {
      ADMIN_EMAIL: TEST_ADMIN.email,
      ADMIN_PASSWORD: TEST_ADMIN.password,
      TOKEN: await tokenOf("user", TEST_ADMIN),
      CUSTOMER_TOKEN: await tokenOf("customer", { ...shopper, password: "a-long-password" }),
      PUBLISHABLE_KEY: market.shop.publishableKey,
      CUSTOMER_ID: account.customer_id,
      ACCOUNT_ID: account.id,
      CART_ID: cart.id,
    }
  })

  it.each(requests)("$command ($place) is answered", async ({ command }) => {
    const { status, body } = await askWithCurl(command, variables, sharedStore())
    expect({ status, body }).toMatchObject({ status: 200 })
  })

  async function tokenOf(actor: "user" | "customer", login: { email: string; password: string }) {
    const { email, password } = login
    const { token } = await sharedStore().mustPost<{ token: string }>(`/auth/${actor}/emailpass`, {
      email,
      password,
    })
    return token
  }
})

async function deletePrograms(merchant: HttpClient): Promise<void> {
  for (const currency of CURRENCIES) {
    const program = await findProgram(merchant, currency)
    if (program) {
      await merchant.delete(`/admin/loyalty/programs/${program.id}`)
    }
  }
}

/** Trouble that each query in docs/operations.md that should find nothing has to find. */
const TROUBLE: Record<string, string> = {
  "target_type = 'cart'": `
    INSERT INTO loyalty_redemption
      (id, account_no, target_type, target_id, customer_id, status, points_requested,
       currency_code, held_at, created_at, updated_at)
    VALUES ('trouble', 1, 'cart', 'cart_trouble', 'cus_1', 'held', 1,
      'eur', now() - interval '2 hours', now(), now())`,
  next_expiry: `
    INSERT INTO loyalty_account (id, customer_id, next_expiry, created_at, updated_at)
    VALUES ('trouble', 'cus_trouble', now() - interval '3 hours', now(), now())`,
  given_up: `
    INSERT INTO loyalty_message
      (id, kind, subject_id, account_no, status, leased_until, created_at, updated_at)
    VALUES ('trouble', 'reminder', 'trouble', 1, 'given_up', now(), now(), now())`,
}

describe("the queries of the docs", () => {
  let client: Client

  beforeAll(async () => {
    client = new Client({ connectionString: sharedStoreDatabase() })
    await client.connect()
  })

  beforeEach(() => client.query("BEGIN"))
  afterEach(() => client.query("ROLLBACK"))
  afterAll(() => client.end())

  it.each(queries)("$place runs", async ({ sql }) => {
    const { fields } = await client.query(sql)
    expect(fields.length).toBeGreaterThan(0)
  })

  it.each(Object.entries(TROUBLE))("the one about %s finds trouble", async (words, trouble) => {
    const sql = queries.find((query) => query.sql.includes(words))?.sql ?? `no query has ${words}`
    const before = await client.query(sql)
    await client.query(trouble)
    const { rows } = await client.query<{ id: string }>(sql)
    expect(rows).toHaveLength(before.rows.length + 1)
    expect(rows.map(({ id }) => id)).toContain("trouble")
  })

  it("counts the same points as the accounts", async () => {
    const sql = queries.find((query) => query.sql.includes("AS debts"))?.sql ?? "no such query"
    const read = async () => (await client.query<Record<string, string>>(sql)).rows[0]!
    const before = await read()
    await client.query(`INSERT INTO loyalty_account (id, customer_id, balance, created_at, updated_at)
      VALUES ('rich', 'cus_rich', 700, now(), now()), ('owing', 'cus_owing', -50, now(), now())`)
    const after = await read()
    expect(Number(after.points) - Number(before.points)).toBe(700)
    expect(Number(after.debts) - Number(before.debts)).toBe(50)
  })
})
