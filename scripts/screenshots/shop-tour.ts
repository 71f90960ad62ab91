import { Shopping } from "../lib/browser/shopping"
import type { Tour } from "./tour"

/** From the products to an order without an account. */
export const guestTour: Tour = async (page, { demo }, snap) => {
  const shopping = new Shopping(page, demo)
  await shopping.open()
  await page.getByText("Merino wool throw").waitFor()
  await snap("products")
  for (const path of ["/login", "/register", "/cart", "/nowhere"]) {
    await shopping.open(path)
    await page.getByRole("heading", { level: 1 }).waitFor()
    await snap(path.slice(1))
  }
  await shopping.putInCart("Merino wool throw")
  await shopping.checkOut("guest@example.com")
  await shopping.points().getByText("With an account").first().waitFor()
  await snap("checkout")
}

/** From the login to the account, with an order paid with points. */
export const memberTour: Tour = async (page, { demo, nextMember }, snap) => {
  const shopping = new Shopping(page, demo)
  await shopping.logIn(await nextMember())
  await shopping.putInCart("Beeswax candles")
  await shopping.checkOut()
  await shopping.points().getByText("more to use points").waitFor()
  await snap("checkout-too-little")
  await shopping.putInCart("Merino wool throw")
  await snap("product")
  await shopping.open("/cart")
  await page.getByRole("link", { name: "To the checkout" }).waitFor()
  await snap("cart")
  await shopping.open("/checkout")
  await shopping.points().getByLabel("Number of points").fill("15000")
  await snap("checkout-points")
  await shopping.applyPoints()
  await snap("checkout-applied")
  await shopping.placeOrder()
  await snap("confirmation")
  await shopping.open("/account")
  await page.getByText("Used in an order").waitFor()
  await snap("account")
  await page.getByRole("button", { name: "Polski" }).click()
  await page.getByText("Historia punktów").waitFor()
  await snap("account-polish")
}
