import { asMerchant, openDashboard, type DashboardOptions } from "../lib/browser/dashboard"
import type { Tour } from "./tour"

/** All of the dashboard's loyalty screens, in one of its themes. */
export function tourOfDashboard(theme: DashboardOptions["theme"]): Tour {
  return async (page, { demo, orderWithPoints, orderWithout, accountId }, snap) => {
    await asMerchant(demo, { theme })(page.context())
    const visit = async (path: string, text: string | RegExp, name: string) => {
      await openDashboard(page, demo, path)
      const subject = page.getByText(text).first()
      await subject.waitFor()
      await subject.evaluate((element) => element.scrollIntoView({ block: "center" }))
      await snap(name)
    }
    await visit("/settings/store", "10 points for each 1 PLN", "store")
    await visit("/settings/loyalty", "10 points for each 1 PLN", "rules")
    await page.getByRole("button", { name: /^Actions for the program for PLN/ }).click()
    await page.getByRole("menuitem", { name: "History" }).click()
    await page.getByText("Version 3").waitFor()
    await snap("rules-history")
    await openDashboard(page, demo, "/settings/loyalty")
    await page.getByRole("button", { name: "Edit", exact: true }).last().click()
    await page.getByText("they use 15,000 points and pay 300 PLN").waitFor()
    await snap("rules-form")
    await visit(`/orders/${orderWithPoints}`, "Points used", "order")
    await visit(`/orders/${orderWithout}`, "Will earn", "order-without-points")
    await visit("/loyalty", "Outstanding points", "loyalty")
    await visit("/loyalty", "Month of expiry", "liability")
    await visit(`/loyalty/accounts/${accountId}`, "Points by expiry", "account")
    await visit(`/customers/${demo.customer.id}`, "Loyalty points", "customer")
    await page.getByRole("button", { name: "Adjust" }).click()
    await page.getByLabel("Points", { exact: true }).fill("2500")
    await snap("adjust")
  }
}
