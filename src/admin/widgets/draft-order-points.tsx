import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { DraftOrderPoints } from "../../../admin/draft-order/draft-order-points"

export default function DraftOrderPointsWidget({ data }: DetailWidgetProps<AdminOrder>) {
  return <DraftOrderPoints draft={data} />
}

export const config = defineWidgetConfig({ zone: "draft_order.details.side.after" })
