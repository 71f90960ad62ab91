import { asMerchant, openDashboard } from "../support/browser/dashboard"
import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { visit } from "../support/browser/visit"
import { adjustPoints, newShopper } from "../support/shoppers"

const demo = demoStore()

describe("the loyalty pages of the dashboard", () => {
  it("show the key figures, and find a customer's account, journal and lots", async () => {
    const shopper = await newShopper(demoApi(demo), { firstName: "Zuzanna", lastName: "Lis" })
    const { id } = await adjustPoints(await demoMerchant(demo), shopper, 777)
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, "/loyalty")
      await page.getByText("Outstanding points").waitFor()
      await page.getByText("Redemption rate").waitFor()
      await page
        .getByRole("searchbox")
        .or(page.getByPlaceholder(/Search/))
        .first()
        .fill(shopper.email)
      await page
        .getByRole("link", { name: /Zuzanna Lis/ })
        .or(page.getByText("Zuzanna Lis"))
        .first()
        .click()
      await page.waitForURL(/\/loyalty\/accounts\/lacc_/)
      await page.getByText("A gift").waitFor()
      await page.getByText("+777").first().waitFor()
      await page.getByRole("heading", { name: "Points by expiry" }).waitFor()

      await openDashboard(
        page,
        demo,
        `${new URL(page.url()).pathname.replace("/app", "")}?transaction=${id}`
      )
      await page
        .locator(`[id*="${id}"], [data-transaction="${id}"], [aria-current="true"]`)
        .first()
        .waitFor()
    })
  })

  it("open without an error when there is nothing yet", async () => {
    const shopper = await newShopper(demoApi(demo))
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, `/customers/${shopper.id}`)
      await page.getByRole("heading", { name: "Loyalty points" }).waitFor()
      await page.getByRole("button", { name: "Adjust" }).waitFor()
    })
  })
})
