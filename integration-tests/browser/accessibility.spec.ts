import AxeBuilder from "@axe-core/playwright"
import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { Shopping } from "../../scripts/lib/browser/shopping"
import { visit, type Page } from "../support/browser/visit"
import { shopperWithPoints } from "../support/shoppers"

const demo = demoStore()

/** The serious problems that axe finds on the page. */
async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)
}

describe("axe finds nothing serious", () => {
  it("on a member's way from the products to the account", async () => {
    const merchant = await demoMerchant(demo)
    const shopper = await shopperWithPoints({ store: demoApi(demo), merchant }, 15_000)
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      const problems: Record<string, string[]> = {}
      const check = async (place: string) => {
        problems[place] = await seriousProblems(page)
      }
      await shopping.open("/login")
      await page.getByLabel("E-mail").waitFor()
      await check("login")
      await shopping.logIn({ ...shopper, password: "a-long-password" })
      await shopping.open()
      await page.getByText("Merino wool throw").waitFor()
      await check("products")
      await shopping.putInCart("Merino wool throw")
      await check("product")
      await shopping.open("/cart")
      await page.getByRole("link", { name: "To the checkout" }).waitFor()
      await check("cart")
      await shopping.checkOut()
      await shopping.points().getByRole("slider").waitFor()
      await check("points to choose")
      await shopping.applyPoints()
      await check("points applied")
      await shopping.placeOrder()
      await check("confirmation")
      await shopping.open("/account")
      await page.getByText("Used in an order").waitFor()
      await check("account")
      const found = Object.entries(problems).filter(([, list]) => list.length > 0)
      expect(found).toEqual([])
    })
  })

  it("on a guest's checkout", async () => {
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.putInCart("Beeswax candles")
      await shopping.checkOut("guest@example.com")
      await shopping.points().getByText("With an account").first().waitFor()
      expect(await seriousProblems(page)).toEqual([])
    })
  })
})
