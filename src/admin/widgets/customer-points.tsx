import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { CustomerPoints } from "../../../admin/account/customer-points"

export default function CustomerPointsWidget({ data }: DetailWidgetProps<AdminCustomer>) {
  return <CustomerPoints customer={data} />
}

export const config = defineWidgetConfig({ zone: "customer.details.side.before" })
