import { POLAND } from "../../scripts/seed/market"
import { TEST_ADMIN, testVariable } from "../../scripts/test/environment"
import { VERSION_VARIABLE } from "../../scripts/test/consumer/template"
import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { applyPoints } from "../support/carts"
import { lookAtDashboard } from "../support/consumer/dashboard"
import {
  balanceOf,
  GIFT_CARDS,
  giveVouchers,
  useCredit,
  useGiftCard,
} from "../support/consumer/gift-cards"
import {
  beside,
  installCommand,
  migrateCommand,
  PLUGIN,
  withPlugin,
} from "../support/consumer/instructions"
import { ConsumerStore } from "../support/consumer/store"
import { buyOne, openShop, registerAnna } from "../support/consumer/worked-example"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { Draft } from "../support/drafts"
import { openMarket, type TestMarket } from "../support/markets"
import { loyaltyOf, orderInAdmin } from "../support/orders"
import { accountOf, adjustPoints, shopperWithPoints, type Shopper } from "../support/shoppers"

jest.setTimeout(900_000)

/** Without Medusa's data migration scripts, which boot the store once more. */
const QUICKLY = "--skip-scripts"
/** Only the template's version of Medusa has gift cards. */
const hasGiftCards = process.env[VERSION_VARIABLE] === undefined
const withAllPlugins = (fresh: string) =>
  hasGiftCards ? beside(GIFT_CARDS, withPlugin(fresh)) : withPlugin(fresh)

/** The life of a store: each test continues where the previous one stopped. */
describe("a fresh store", () => {
  let database: TestDatabase
  let store: ConsumerStore
  let market: TestMarket
  let blanket: Product
  let anna: Shopper
  let orderId: string
  let draft: Draft

  beforeAll(async () => {
    database = await createTestDatabase()
    store = await ConsumerStore.at(database.url)
  })

  afterAll(async () => {
    await store.stop()
    await database.drop()
  })

  it("finds nothing of this repository", () => {
    expect(store.find("@medusajs/medusa/package.json")).toContain(store.file("node_modules"))
    expect(store.find("jest")).toBeUndefined()
    expect(store.find(`${PLUGIN}/package.json`)).toBeUndefined()
  })

  it("installs the plugin as the README says", async () => {
    await store.run(installCommand(testVariable("tarball")))
    expect(store.find(`${PLUGIN}/package.json`)).toContain(store.file("node_modules"))
    store.configure((fresh) => withPlugin(fresh))
    await store.run(migrateCommand())
    await store.run(`npx medusa user -e ${TEST_ADMIN.email} -p ${TEST_ADMIN.password}`)
  })

  it("runs the worked example: 300.00 to pay for 450.00", async () => {
    await store.boot()
    market = await openMarket(POLAND, store.client)
    blanket = await openShop(market)
    anna = await registerAnna(market)
    const { cart, order } = await buyOne(anna, market, blanket, (id) =>
      applyPoints(anna.client, { id })
    )
    expect(cart).toMatchObject({ item_total: 300, shipping_total: 15, total: 315 })
    expect(order).toMatchObject({ item_total: 300, discount_total: 150, total: 315 })
    orderId = order.id
    expect(await accountOf(anna)).toMatchObject({ balance: 0, available: 0 })
    await expectDiscount()
    await expectCleanAudit(market.merchant)
  })

  it("is built with its dashboard and boots, beside Medusa's gift cards if it has them", async () => {
    await store.stop()
    store.configure(withAllPlugins)
    await store.run(`${migrateCommand()} ${QUICKLY}`)
    await store.build()
    await store.bootBuilt()
  })

  const withGiftCards = hasGiftCards ? it : it.skip
  withGiftCards("takes points, a gift card and store credit for one order", async () => {
    const shopper = await shopperWithPoints(market, 5000)
    const vouchers = await giveVouchers(market, shopper, { card: 100, credit: 100 })
    const { cart, order } = await buyOne(shopper, market, blanket, async (id) => {
      await useGiftCard(shopper.client, id, vouchers.code)
      await applyPoints(shopper.client, { id })
      await useCredit(shopper.client, id, 33.33)
    })
    const paid = { discount_total: 50, credit_line_total: 133.33, total: 281.67 }
    expect(cart).toMatchObject(paid)
    expect(order).toMatchObject(paid)
    expect(await balanceOf(market.merchant, vouchers.cardAccount)).toBe(0)
    expect(await balanceOf(market.merchant, vouchers.creditAccount)).toBe(66.67)
    expect(await loyaltyOf(market.merchant, order)).toMatchObject({
      points_redeemed: 5000,
      discount: 50,
    })
    expect(await accountOf(shopper)).toMatchObject({ balance: 0, held: 0 })
    await expectCleanAudit(market.merchant)
  })

  it("pays a draft order with points", async () => {
    await adjustPoints(market.merchant, anna, 6000)
    draft = await Draft.of(market, anna, [blanket])
    await draft.usePoints(6000)
    expect(await draft.receipt()).toMatchObject({ discount: 60, total: 390 })
    await expectCleanAudit(market.merchant)
  })

  it("shows the pages of the dashboard", async () => {
    await lookAtDashboard(store.url, {
      [`/orders/${orderId}`]: ["Loyalty points", "Points used", "PLN 150.00 discount"],
      [`/draft-orders/${draft.id}`]: ["Loyalty points", "Points applied", "PLN 60.00"],
      [`/customers/${anna.id}`]: ["Loyalty points", "Adjust", "6,000"],
      "/settings/loyalty": ["Loyalty programs", "Points for złoty"],
      "/loyalty": ["Outstanding points", "Redemption rate", "Anna Kowalska"],
    })
  })

  it("works without the plugin, and keeps the discounts of its orders", async () => {
    await store.stop()
    await store.run(`npm uninstall ${PLUGIN}`)
    expect(store.find(`${PLUGIN}/package.json`)).toBeUndefined()
    store.configure((fresh) => (hasGiftCards ? withPlugin(fresh, GIFT_CARDS) : fresh))
    await store.boot()
    expect(await market.merchant.get("/admin/loyalty/programs")).toMatchObject({ status: 404 })
    await expectDiscount()
    const { order } = await buyOne(anna, market, blanket)
    expect(order).toMatchObject({ discount_total: 0, total: 465 })
  })

  /** The order of the worked example, as Medusa's own page of an order reads it. */
  async function expectDiscount(): Promise<void> {
    const { items, total } = await orderInAdmin(market.merchant, { id: orderId })
    expect(total).toBe(315)
    expect(items.flatMap(({ adjustments }) => adjustments ?? [])).toEqual([
      expect.objectContaining({ amount: 150, code: expect.stringMatching(/^15\s000\spoints$/) }),
    ])
  }
})
