import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import type { OrderState, SettlementLine } from "../../domain/earning/settlement"
import { decimal, sumDecimals } from "../../domain/shared/decimal"
import type { Decimal } from "../../domain/shared/decimal"
import { isGiftCardLine } from "../checkout/cart-view"
import type { CartItem } from "../checkout/cart-view"
import { toDecimal } from "../shared/money"

/** What settlement reads of an order, as Query gives it. */
export type OrderView = {
  id: string
  status: string
  currency_code: string
  created_at: string | Date
  canceled_at?: string | Date | null
  is_draft_order?: boolean
  total: BigNumberInput
  customer?: { id: string; has_account?: boolean } | null
  cart?: { id: string } | null
  items?: (CartItem & { total: BigNumberInput; tax_total: BigNumberInput })[] | null
  payment_collections?: { captured_amount?: BigNumberInput | null }[] | null
}

const ORDER_VIEW_FIELDS = [
  "id",
  "status",
  "currency_code",
  "created_at",
  "canceled_at",
  "is_draft_order",
  "total",
  "customer.id",
  "customer.has_account",
  "cart.id",
  "items.*",
  "items.total",
  "items.tax_total",
  "items.adjustments.*",
  "items.tax_lines.*",
  "items.product.is_giftcard",
  "payment_collections.captured_amount",
]

/** @throws NOT_FOUND */
export async function loadOrder(container: MedusaContainer, orderId: string): Promise<OrderView> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ORDER_VIEW_FIELDS,
    filters: { id: orderId },
  })
  if (!data[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order id not found: ${orderId}`)
  }
  return data[0] as unknown as OrderView
}

/** Only completed and canceled orders can be archived, so an archived one was one of them. */
export function orderState(order: OrderView): OrderState {
  const canceled = order.status === "canceled" || Boolean(order.canceled_at)
  const placed = !canceled && order.status !== "draft" && order.is_draft_order !== true
  return {
    placed,
    canceled,
    completed: placed && (order.status === "completed" || order.status === "archived"),
    paid_ratio: paidRatio(order),
  }
}

/** Captured money over the order's total; an order of nothing is paid. */
function paidRatio(order: OrderView): Decimal {
  const total = toDecimal(order.total)
  if (total.lte(0)) {
    return decimal(1)
  }
  const captured = (order.payment_collections ?? []).map(({ captured_amount }) =>
    toDecimal(captured_amount ?? 0)
  )
  return sumDecimals(captured).div(total)
}

export function settlementLines(order: OrderView): SettlementLine[] {
  return (order.items ?? []).map((item) => ({
    id: item.id,
    total: toDecimal(item.total),
    subtotal: toDecimal(item.total).minus(toDecimal(item.tax_total)),
    earns: !isGiftCardLine(item),
  }))
}
