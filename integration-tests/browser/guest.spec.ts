import { demoStore } from "../support/browser/demo"
import { Shopping } from "../../scripts/lib/browser/shopping"
import { visit } from "../support/browser/visit"

const demo = demoStore()

describe("a guest", () => {
  it("sees what the order would earn, is invited to register, and can buy", async () => {
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.putInCart("Merino wool throw")
      await shopping.checkOut("guest@example.com")
      const points = shopping.points()
      await points
        .getByText("With an account, this order would earn you 4,500 points, worth PLN 45.00.")
        .waitFor()
      await points.getByRole("link", { name: "Create an account" }).waitFor()
      expect(await points.getByRole("slider").count()).toBe(0)

      await shopping.placeOrder()
      await page
        .getByText("With an account, this order would have earned you 4,500 points.")
        .waitFor()
    })
  })

  it("can register at the checkout and continue with the same cart", async () => {
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.putInCart("Merino wool throw")
      await shopping.checkOut("somebody@example.com")
      await shopping.points().getByRole("link", { name: "Create an account" }).click()
      await page.getByLabel("First name").fill("Ewa")
      await page.getByLabel("Last name").fill("Nowak")
      await page.getByLabel("E-mail").fill(`ewa-${Date.now()}@example.com`)
      await page.getByLabel("Password").fill("a-long-password")
      await page.getByRole("main").getByRole("button", { name: "Create an account" }).click()
      await shopping.placeButton().waitFor()
      await shopping.points().getByText("This order earns you 4,500 points").waitFor()
      await shopping.points().getByText("You need 5,000 points; you have 0: 5,000 more.").waitFor()
    })
  })
})
