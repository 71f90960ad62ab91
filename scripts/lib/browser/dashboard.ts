import type { BrowserContext } from "playwright-core"
import { HttpClient } from "../http"
import type { Demo } from "../../start/demo"
import type { Page } from "playwright-core"

/** The merchant's dashboard settings. */
export interface DashboardOptions {
  language?: "en" | "pl"
  theme?: "light" | "dark"
}

/** Prepares a context in which the merchant is logged in to the dashboard. */
export function asMerchant(
  { backend_url, admin }: Pick<Demo, "backend_url" | "admin">,
  { language = "en", theme = "light" }: DashboardOptions = {}
): (context: BrowserContext) => Promise<void> {
  return async (context) => {
    const { token } = await new HttpClient(backend_url).mustPost<{ token: string }>(
      "/auth/user/emailpass",
      admin
    )
    await context.request.post(`${backend_url}/auth/session`, {
      headers: { authorization: `Bearer ${token}` },
    })
    await context.addCookies([{ name: "lng", value: language, url: backend_url }])
    await context.addInitScript(keepTheme, theme)
  }
}

/** Runs in the page; an empty one has no storage. */
function keepTheme(theme: string): void {
  if (location.protocol.startsWith("http")) {
    localStorage.setItem("medusa_admin_theme", theme)
  }
}

/** Opens a page of the dashboard, such as `/orders`. */
export async function openDashboard(
  page: Page,
  { backend_url }: Pick<Demo, "backend_url">,
  path: string
) {
  await page.goto(`${backend_url}/app${path}`)
}
