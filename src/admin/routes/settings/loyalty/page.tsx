import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ProgramsBreadcrumb } from "../../../../../admin/program/breadcrumb"
import { ProgramsPage } from "../../../../../admin/program/programs-page"

export default function LoyaltySettingsRoute() {
  return <ProgramsPage />
}

export const config = defineRouteConfig({
  label: "program.menu",
  translationNs: "loyaltyPoints",
})

export const handle = { breadcrumb: () => <ProgramsBreadcrumb /> }
