import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderPoints } from "../../../admin/order/order-points"

export default function OrderPointsWidget({ data }: DetailWidgetProps<AdminOrder>) {
  return <OrderPoints order={data} />
}

export const config = defineWidgetConfig({ zone: "order.details.side.after" })
