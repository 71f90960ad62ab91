import { useText } from "../shared/locale"

/** The Loyalty page's name, for the dashboard's top bar. */
export function LoyaltyBreadcrumb() {
  return <span>{useText()("statistics.menu")}</span>
}
