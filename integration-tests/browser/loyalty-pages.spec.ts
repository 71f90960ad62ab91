import { asMerchant, openDashboard } from "../../scripts/lib/browser/dashboard"
import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { visit } from "../support/browser/visit"
import { adjustPoints, newShopper } from "../support/shoppers"

const demo = demoStore()

describe("the loyalty pages of the dashboard", () => {
  it("show the key figures, and find a customer's account, journal and lots", async () => {
    const shopper = await newShopper(demoApi(demo), { firstName: "Zuzanna", lastName: "Lis" })
    await adjustPoints(await demoMerchant(demo), shopper, 777)
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, "/loyalty")
      await page.getByText("Outstanding points", { exact: true }).waitFor()
      await page.getByText("Redemption rate").waitFor()
      await page.getByPlaceholder("Search by name or e-mail").fill(shopper.email)
      await page.getByText("Zuzanna Lis").click()
      await page.waitForURL(/\/loyalty\/accounts\/lacc_/)
      await page.getByText("A gift").waitFor()
      await page.getByText("+777").first().waitFor()
      await page.getByRole("heading", { name: "Points by expiry" }).waitFor()
    })
  })

  it("show accountants what is owed, on the page and in a file", async () => {
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, "/loyalty?period=7d")
      await page
        .getByRole("table", { name: /^Outstanding points/ })
        .first()
        .waitFor()
      await page.getByText("Closing balance").first().waitFor()
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download CSV" }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/^loyalty-liability_[\d-]{10}_[\d-]{10}\.csv$/)
    })
  })

  it("highlight the transaction named in a link", async () => {
    const shopper = await newShopper(demoApi(demo))
    const merchant = await demoMerchant(demo)
    const { id, account_id } = await adjustPoints(merchant, shopper, 100)
    await adjustPoints(merchant, shopper, 200)
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, `/loyalty/accounts/${account_id}?transaction=${id}`)
      const marked = page.locator("[aria-current=true]", { hasText: "+100" })
      await marked.waitFor()
      expect(await marked.getAttribute("id")).toBe(id)
    })
  })

  it("say what could not be loaded, and load it on retry", async () => {
    await visit({ prepare: asMerchant(demo), refused: /statistics/ }, async (page) => {
      let isBroken = true
      await page.route(/\/admin\/loyalty\/statistics/, (route) =>
        isBroken
          ? route.fulfill({ status: 500, json: { type: "unknown_error", message: "Out of order" } })
          : route.continue()
      )
      await openDashboard(page, demo, "/loyalty")
      await page.getByText("This could not be loaded: Out of order").waitFor()
      isBroken = false
      await page.getByRole("button", { name: "Try again" }).click()
      await page.getByText("Outstanding points", { exact: true }).waitFor()
    })
  })

  it("handle a customer without points", async () => {
    const shopper = await newShopper(demoApi(demo))
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, `/customers/${shopper.id}`)
      await page.getByRole("heading", { name: "Loyalty points" }).waitFor()
      await page.getByRole("button", { name: "Adjust" }).waitFor()
      await page.getByText("No transactions yet").waitFor()
    })
  })
})
