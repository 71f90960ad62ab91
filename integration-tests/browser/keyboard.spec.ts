import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { tabTo } from "../support/browser/keyboard"
import { Shopping } from "../../scripts/lib/browser/shopping"
import { visit } from "../support/browser/visit"
import { shopperWithPoints } from "../support/shoppers"

const demo = demoStore()

describe("the keyboard", () => {
  it("is enough to choose points and place an order", async () => {
    const merchant = await demoMerchant(demo)
    const shopper = await shopperWithPoints({ store: demoApi(demo), merchant }, 15_000)
    await visit({}, async (page) => {
      const shopping = new Shopping(page, demo)
      await shopping.open("/login")
      await page.getByLabel("E-mail").waitFor()
      await tabTo(page, /^E-mail/)
      await page.keyboard.type(shopper.email)
      await tabTo(page, /^Password/)
      await page.keyboard.type("a-long-password")
      await page.keyboard.press("Enter")
      await page.getByRole("banner").getByText("15,000 points").waitFor()

      await shopping.open()
      await page.getByText("Merino wool throw").waitFor()
      await tabTo(page, /Merino wool throw/)
      await page.keyboard.press("Enter")
      await page.getByRole("button", { name: "Add to cart" }).waitFor()
      await tabTo(page, /^Add to cart/)
      await page.keyboard.press("Enter")
      await page.getByText("In your cart.").waitFor()
      await shopping.checkOut()

      await tabTo(page, /^Points to use/)
      await page.keyboard.press("Home")
      await tabTo(page, /^Number of points/)
      await page.keyboard.press("ControlOrMeta+a")
      await page.keyboard.type("10000")
      await page.keyboard.press("Enter")
      await page.getByText("10,000 points applied: PLN 100.00 off.").waitFor()
      await page.getByRole("button", { name: "Place the order · PLN 365.00" }).waitFor()
      await tabTo(page, /^Place the order/)
      await page.keyboard.press("Enter")
      await page.getByRole("heading", { name: "Thank you for your order" }).waitFor()
    })
  })
})
