import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ProgramsPage } from "../../../../../admin/program/programs-page"

export default function LoyaltySettingsRoute() {
  return <ProgramsPage />
}

export const config = defineRouteConfig({
  label: "program.menu",
  translationNs: "loyaltyPoints",
})
