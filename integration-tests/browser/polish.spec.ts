import { asMerchant, openDashboard } from "../../scripts/lib/browser/dashboard"
import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { Shopping } from "../../scripts/lib/browser/shopping"
import { visit } from "../support/browser/visit"
import { adjustPoints, newShopper, shopperWithPoints } from "../support/shoppers"

const demo = demoStore()

describe("Polish", () => {
  it("is spoken in the shop, with Polish plurals, numbers and money", async () => {
    const merchant = await demoMerchant(demo)
    const shopper = await shopperWithPoints({ store: demoApi(demo), merchant }, 15_002)
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.logIn({ ...shopper, password: "a-long-password" })
      await shopping.putInCart("Merino wool throw")
      await shopping.checkOut()
      await page.getByRole("button", { name: "Polski" }).click()
      const points = page.getByRole("region", { name: "Zapłać punktami" })
      await points.getByText("Masz 15 002 punkty o wartości 150,02 zł.").waitFor()
      await points.getByText("Za to zamówienie otrzymasz 2999 punktów").waitFor()
      await points.getByRole("button", { name: "Zastosuj" }).click()
      await points
        .getByText("Wykorzystano 15 002 punkty: rabat 150,02 zł. Nowa suma: 314,98 zł.")
        .waitFor()
      await page.getByRole("button", { name: "Złóż zamówienie · 314,98 zł" }).click()
      await page.getByText("Zapłacono 15 002 punktami: 150,02 zł mniej.").waitFor()
      expect(await page.locator("html").getAttribute("lang")).toBe("pl")
    })
  })

  it("is spoken in the dashboard", async () => {
    const shopper = await newShopper(demoApi(demo))
    await adjustPoints(await demoMerchant(demo), shopper, 1)
    await visit({ prepare: asMerchant(demo, { language: "pl" }) }, async (page) => {
      await openDashboard(page, demo, "/settings/loyalty")
      await page.getByText("10 punktów za każdy 1 PLN").waitFor()
      await page.getByText("co najmniej 5000 punktów").waitFor()
      await openDashboard(page, demo, `/customers/${shopper.id}`)
      await page.getByRole("heading", { name: "Punkty lojalnościowe" }).waitFor()
      await openDashboard(page, demo, "/loyalty")
      await page.getByText("Uczestnicy").waitFor()
      await page.getByRole("link", { name: "Lojalność" }).first().waitFor()
    })
  })
})
