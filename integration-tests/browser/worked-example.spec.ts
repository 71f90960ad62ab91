import { asMerchant, openDashboard } from "../../scripts/lib/browser/dashboard"
import { demoStore } from "../support/browser/demo"
import { Shopping } from "../../scripts/lib/browser/shopping"
import { visit } from "../support/browser/visit"

const demo = demoStore()

describe("the worked example, clicked through", () => {
  let orderId: string

  it("lets the shopper pay 300 PLN for an order of 450 PLN", async () => {
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.logIn(demo.customer)
      await page.getByRole("banner").getByText("15,000 points").waitFor()
      await shopping.putInCart("Merino wool throw")
      await shopping.checkOut()

      const points = shopping.points()
      await points.getByText("You have 15,000 points, worth PLN 150.00.").waitFor()
      await points.getByText("This order earns you 3,000 points").waitFor()
      await shopping.applyPoints()
      await page.getByRole("button", { name: "Place the order · PLN 315.00" }).waitFor()

      orderId = await shopping.placeOrder()
      await page.getByText("You paid with 15,000 points: PLN 150.00 off.").waitFor()
      await page.getByText("This order will earn you 3,000 points.").waitFor()
    })
  })

  it("shows the shopper where the points went", async () => {
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.logIn(demo.customer)
      await shopping.open("/account")
      await page.getByText("Used in an order").waitFor()
      await page.getByText("Order completed").first().waitFor()
      await page.getByText("−15,000").or(page.getByText("-15,000")).first().waitFor()
    })
  })

  it("shows the merchant the discount and the points in the order", async () => {
    await visit({ prepare: asMerchant(demo) }, async (page) => {
      await openDashboard(page, demo, `/orders/${orderId}`)
      await page.getByRole("heading", { name: "Loyalty points" }).waitFor()
      await page.getByText("Points used").waitFor()
      await page.getByText("PLN 150.00 discount").waitFor()
      await page.getByText("Will earn 3,000 points when the order is completed").waitFor()
      await page.getByText("Discount Total").click()
      await page.getByText(/^\(15\D+000\D+points\)$/).waitFor()
    })
  })
})
