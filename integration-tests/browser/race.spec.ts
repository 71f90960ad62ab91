import { demoApi, demoMerchant, demoStore } from "../support/browser/demo"
import { Shopping } from "../../scripts/lib/browser/shopping"
import type { Login } from "../../scripts/seed/session"
import { visit, type Page } from "../support/browser/visit"
import { accountOf, adjustPoints, shopperWithPoints, type Shopper } from "../support/shoppers"

const demo = demoStore()
/** Requests that the shop sends in good faith but the store has to refuse. */
const TOO_LATE = /\/loyalty-points$|\/complete$/

async function memberWithPoints(points: number): Promise<Shopper & { password: string }> {
  const merchant = await demoMerchant(demo)
  const shopper = await shopperWithPoints({ store: demoApi(demo), merchant }, points)
  return { ...shopper, password: "a-long-password" }
}

/** What happens on another device, while the shopper looks at the checkout. */
async function spendElsewhere(shopper: Shopper, points: number): Promise<void> {
  await adjustPoints(await demoMerchant(demo), shopper, -points)
}

/** The shopper's checkout, with an order of 450 PLN that points can be used on. */
async function goToCheckout(page: Page, shopper: Login): Promise<Shopping> {
  const shopping = new Shopping(page, demo)
  await shopping.logIn(shopper)
  await shopping.putInCart("Merino wool throw")
  await shopping.checkOut()
  return shopping
}

describe("points used elsewhere in the meantime", () => {
  it("are explained when the shopper applies them", async () => {
    const shopper = await memberWithPoints(15_000)
    await visit({ refused: TOO_LATE }, async (page) => {
      const shopping = await goToCheckout(page, shopper)
      await shopping.points().getByText("You have 15,000 points").waitFor()
      await spendElsewhere(shopper, 12_000)
      await shopping.points().getByRole("button", { name: "Apply" }).click()
      await shopping.points().getByText("These points were just used elsewhere.").waitFor()
      await shopping
        .points()
        .getByText("You need 5,000 points; you have 3,000: 2,000 more.")
        .waitFor()
      await page.getByRole("button", { name: "Place the order · PLN 465.00" }).waitFor()
    })
  })

  it("do not place the order behind the shopper's back; a second try does", async () => {
    const shopper = await memberWithPoints(15_000)
    await visit({ refused: TOO_LATE }, async (page) => {
      const shopping = await goToCheckout(page, shopper)
      await shopping.applyPoints()
      await spendElsewhere(shopper, 12_000)
      await shopping.placeButton().click()
      await page
        .getByText("Your points have just changed: they may have been used elsewhere.")
        .waitFor()
      await page.getByRole("button", { name: "Place the order · PLN 465.00" }).waitFor()
      await shopping.placeOrder()
    })
    expect(await accountOf(shopper)).toMatchObject({ balance: 3000, held: 0 })
  })
})
