import { mkdirSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../../scripts/lib/files"
import { TEST_ADMIN } from "../../../scripts/test/environment"
import { asMerchant, openDashboard } from "../../../scripts/lib/browser/dashboard"
import { visit, type Page } from "../browser/visit"

/** Where a picture of each page is left, for whoever wants to look. */
const PICTURES = path.join(ROOT, ".cache/consumer")

/**
 * Opens pages of a store's dashboard as its merchant and waits for the texts that each is to show.
 * An error in a page, or a request that fails, fails the test.
 *
 * @param pages texts by the page's path, such as `/orders`
 */
export async function lookAtDashboard(url: string, pages: Record<string, string[]>): Promise<void> {
  const store = { backend_url: url, admin: TEST_ADMIN }
  mkdirSync(PICTURES, { recursive: true })
  await visit({ prepare: asMerchant(store) }, async (page) => {
    for (const [route, texts] of Object.entries(pages)) {
      await openDashboard(page, store, route)
      await showsAll(page, texts)
      await page.screenshot({ path: pictureOf(route), fullPage: true })
    }
  })
}

async function showsAll(page: Page, texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.getByText(text).first().waitFor()
  }
}

/** `/orders/order_01…` is drawn to `orders.png`, `/settings/loyalty` to `settings-loyalty.png`. */
function pictureOf(route: string): string {
  const name = route.split("/").filter((part) => part && !part.includes("_"))
  return path.join(PICTURES, `${name.join("-")}.png`)
}
