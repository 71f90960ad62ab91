import { asMerchant, openDashboard } from "../../scripts/lib/browser/dashboard"
import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { visit } from "../support/browser/visit"
import { accountOf, adjustPoints, newShopper } from "../support/shoppers"

const demo = demoStore()

describe("a customer's page", () => {
  it("lets the merchant give points, with a reason and a preview of the new balance", async () => {
    const shopper = await newShopper(demoApi(demo))
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, `/customers/${shopper.id}`)
      await page.getByRole("button", { name: "Adjust" }).click()
      const drawer = page.getByRole("dialog")
      await drawer.getByRole("button", { name: "Save" }).click()
      await drawer.getByText("Say why").waitFor()
      await drawer.getByLabel("Points", { exact: true }).fill("1.5")
      await drawer.getByText("Enter a whole number, 1 or more").waitFor()
      await drawer.getByLabel("Points", { exact: true }).fill("2500")
      await drawer.getByText("2,500").waitFor()
      await drawer.getByLabel("Reason").fill("Thank you for waiting")
      await drawer.getByRole("button", { name: "Save" }).click()
      await page.getByText("The new balance is 2,500 points.").first().waitFor()
    })
    expect(await accountOf(shopper)).toMatchObject({ balance: 2500, available: 2500 })
  })

  it("asks before points are taken away, and takes no more than there are", async () => {
    const shopper = await newShopper(demoApi(demo))
    await adjustPoints(await demoMerchant(demo), shopper, 1000)
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, `/customers/${shopper.id}`)
      await page.getByRole("button", { name: "Adjust" }).click()
      const drawer = page.getByRole("dialog").filter({ hasText: "Adjust points" })
      await drawer.getByText("Take points away").click()
      await drawer.getByLabel("Points", { exact: true }).fill("1001")
      await drawer.getByText("Only 1,000 points can be taken away").waitFor()
      await drawer.getByLabel("Points", { exact: true }).fill("400")
      await drawer.getByLabel("Reason").fill("Given twice")
      await drawer.getByRole("button", { name: "Save" }).click()
      await page.getByText("Take 400 points away?").waitFor()
      await page.getByRole("button", { name: "Take away", exact: true }).click()
      await page.getByText("The new balance is 600 points.").first().waitFor()
    })
    expect(await accountOf(shopper)).toMatchObject({ balance: 600 })
  })
})
