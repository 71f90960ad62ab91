import { asMerchant, openDashboard } from "../../scripts/lib/browser/dashboard"
import { demoMerchant, demoStore } from "../support/browser/demo"
import { Shopping } from "../../scripts/lib/browser/shopping"
import { visit, type Page } from "../support/browser/visit"
import { PLN_PROGRAM } from "../../scripts/seed/program"

const demo = demoStore()

/** Opens the form of the PLN program on the merchant's page. */
async function editRules(page: Page, path: string): Promise<void> {
  await openDashboard(page, demo, path)
  await page.getByText("10 points for each 1 PLN").waitFor()
  await page.getByRole("button", { name: "Edit", exact: true }).last().click()
  await page.getByRole("heading", { name: "Edit the program for PLN" }).waitFor()
}

describe("the rules", () => {
  afterAll(async () => {
    const merchant = await demoMerchant(demo)
    const { loyalty_programs } = await merchant.mustGet<{ loyalty_programs: { id: string }[] }>(
      "/admin/loyalty/programs"
    )
    const { currency_code: _, ...rules } = PLN_PROGRAM
    await merchant.mustPost(`/admin/loyalty/programs/${loyalty_programs[0]?.id}`, rules)
  })

  it("are tried on an example as they are typed, and validated at the field", async () => {
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await editRules(page, "/settings/store")
      await page
        .getByText("Someone who spent 1,500 PLN has 15,000 points, worth 150 PLN.")
        .waitFor()
      await page
        .getByText("On an order of 450 PLN they use 15,000 points and pay 300 PLN.")
        .waitFor()

      await page.getByLabel("Value of a point").fill("0.1")
      await page.getByText("as much as they paid, or more").first().waitFor()
      await page.getByLabel("Value of a point").fill("0")
      await page.getByText("Allowed: more than 0").waitFor()
      await page.getByText("Correct the marked fields to see what these rules do").waitFor()
    })
  })

  it("take effect in the shop at once, and leave a version behind", async () => {
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await editRules(page, "/settings/loyalty")
      await page.getByLabel("Minimum order").fill("500")
      await page.getByText("50 PLN is missing").waitFor()
      await page.getByRole("button", { name: "Save" }).click()
      await page.getByText("orders from 500 PLN").waitFor()

      const shop = await page.context().newPage()
      const shopping = new Shopping(shop, demo)
      await shopping.logIn(demo.customer)
      await shopping.putInCart("Merino wool throw")
      await shopping.checkOut()
      await shopping.points().getByText("Add PLN 50.00 more to use points").waitFor()

      await page.getByRole("button", { name: /^Actions for the program for PLN/ }).click()
      await page.getByRole("menuitem", { name: "History" }).click()
      const history = page.getByRole("dialog")
      await history.getByText("Version 2").waitFor()
      await history.getByText("Minimum order").waitFor()
      await history.getByText(`by ${demo.admin.email}`).first().waitFor()
    })
  })
})
