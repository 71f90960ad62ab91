import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ProgramsSection } from "../../../admin/program/programs-section"

export default function StoreProgramsWidget() {
  return <ProgramsSection />
}

export const config = defineWidgetConfig({ zone: "store.details.after" })
