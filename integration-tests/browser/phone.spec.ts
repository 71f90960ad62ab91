import { asMerchant, openDashboard } from "../../scripts/lib/browser/dashboard"
import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { Shopping } from "../../scripts/lib/browser/shopping"
import { PHONE, visit, type Page } from "../support/browser/visit"
import { shopperWithPoints } from "../support/shoppers"

const demo = demoStore()
const ON_A_PHONE = { viewport: PHONE, isMobile: true, hasTouch: true }

/** Nothing overflows, so nobody has to scroll sideways. */
async function expectToFit(page: Page): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  )
  expect([page.url(), overhang]).toEqual([page.url(), 0])
}

describe("a phone", () => {
  it("shows the whole way from the products to the order", async () => {
    const merchant = await demoMerchant(demo)
    const shopper = await shopperWithPoints({ store: demoApi(demo), merchant }, 15_000)
    await visit(ON_A_PHONE, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.logIn({ ...shopper, password: "a-long-password" })
      await shopping.open()
      await page.getByText("Merino wool throw").waitFor()
      await expectToFit(page)
      await shopping.putInCart("Merino wool throw")
      await expectToFit(page)
      await shopping.checkOut()
      await expectToFit(page)
      await shopping.applyPoints()
      await expectToFit(page)
      await shopping.placeOrder()
      await expectToFit(page)
      await shopping.open("/account")
      await page.getByText("Used in an order").waitFor()
      await expectToFit(page)
    })
  })

  it.each(["/loyalty", "/settings/loyalty", `/customers/${demo.customer.id}`])(
    "shows the merchant %s",
    async (path) => {
      await visit({ ...ON_A_PHONE, prepare: asMerchant(demo) }, async (page) => {
        await openDashboard(page, demo, path)
        await page
          .getByRole("heading", { name: /Loyalty/ })
          .first()
          .waitFor()
        await page.waitForLoadState("networkidle")
        await expectToFit(page)
      })
    }
  )
})
