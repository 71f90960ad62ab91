import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Gift } from "@medusajs/icons"
import { LoyaltyBreadcrumb } from "../../../../admin/statistics/breadcrumb"
import { LoyaltyPage } from "../../../../admin/statistics/loyalty-page"

export default function LoyaltyRoute() {
  return <LoyaltyPage />
}

export const config = defineRouteConfig({
  label: "statistics.menu",
  icon: Gift,
  translationNs: "loyaltyPoints",
})

export const handle = {
  breadcrumb: () => <LoyaltyBreadcrumb />,
}
