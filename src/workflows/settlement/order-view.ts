import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import type { OrderState, SettlementLine } from "../../domain/earning/settlement"
import { decimal, sumDecimals, ZERO } from "../../domain/shared/decimal"
import type { Decimal } from "../../domain/shared/decimal"
import { isGiftCardLine, isPointsAdjustment, itemFacts } from "../shared/cart-view"
import type { CartItem } from "../shared/cart-view"
import { toDecimal } from "../shared/money"

/** What settlement reads of an order, as returned by Query. */
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
  items?: OrderItem[] | null
  credit_lines?: CreditLine[] | null
  payment_collections?: PaymentCollection[] | null
}

/** A line with Medusa's totals for the units not returned, and how many units are where. */
export type OrderItem = CartItem & {
  total: BigNumberInput
  tax_total: BigNumberInput
  detail?: {
    fulfilled_quantity?: BigNumberInput | null
    delivered_quantity?: BigNumberInput | null
    return_received_quantity?: BigNumberInput | null
    return_dismissed_quantity?: BigNumberInput | null
  } | null
}

type CreditLine = {
  amount: BigNumberInput
  reference?: string | null
  reference_id?: string | null
}

type PaymentCollection = {
  id: string
  captured_amount?: BigNumberInput | null
  refunded_amount?: BigNumberInput | null
  payments?:
    { refunds?: { refund_reason?: { code?: string; label?: string } | null }[] | null }[] | null
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
  "items.detail.*",
  "items.product.is_giftcard",
  "credit_lines.*",
  "payment_collections.id",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "payment_collections.payments.refunds.refund_reason.*",
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

/** Only completed and canceled orders can be archived, so an archived one was one or the other. */
export function orderState(order: OrderView): OrderState {
  const canceled = order.status === "canceled" || Boolean(order.canceled_at)
  const placed = !canceled && order.status !== "draft" && order.is_draft_order !== true
  return {
    placed,
    canceled,
    completed: placed && (order.status === "completed" || order.status === "archived"),
    paid_ratio: paidRatio(order),
    charged_ratio: chargedRatio(order),
  }
}

/** Captured less refunded money over the order's current total; an order of nothing counts as paid. */
function paidRatio(order: OrderView): Decimal {
  const total = toDecimal(order.total)
  if (total.lte(0)) {
    return decimal(1)
  }
  const paid = (order.payment_collections ?? []).map(({ captured_amount, refunded_amount }) =>
    toDecimal(captured_amount ?? 0).minus(toDecimal(refunded_amount ?? 0))
  )
  return sumDecimals(paid).div(total)
}

/**
 * What is still charged, as a share of what the order would cost without goodwill refunds: Medusa
 * records the part of a refund that was not owed to the customer as a credit line.
 */
function chargedRatio(order: OrderView): Decimal {
  const goodwill = sumDecimals(
    (order.credit_lines ?? [])
      .filter((line) => isRefund(line, order))
      .map(({ amount }) => toDecimal(amount))
  )
  const total = toDecimal(order.total)
  const before = total.plus(goodwill)
  return goodwill.lte(0) || before.lte(0) || total.lt(0) ? decimal(1) : total.div(before)
}

/** Store credit and gift cards are credit lines too; a refund's refers to the payment or its reason. */
function isRefund({ reference, reference_id }: CreditLine, order: OrderView): boolean {
  const collections = order.payment_collections ?? []
  const reasons = collections
    .flatMap(({ payments }) => payments ?? [])
    .flatMap(({ refunds }) => refunds ?? [])
    .flatMap(({ refund_reason }) => refund_reason ?? [])
  return (
    collections.some(({ id }) => id === reference_id) ||
    reasons.some(({ code, label }) => label === reference && code === reference_id)
  )
}

/** The order's lines in the domain's terms. */
export function settlementLines(order: OrderView): SettlementLine[] {
  return (order.items ?? []).map((item) => {
    const { detail, adjustments } = item
    return {
      id: item.id,
      total: toDecimal(item.total),
      subtotal: toDecimal(item.total).minus(toDecimal(item.tax_total)),
      earns: !isGiftCardLine(item),
      quantity: toDecimal(item.quantity),
      returned: unitsOf(detail?.return_received_quantity).plus(
        unitsOf(detail?.return_dismissed_quantity)
      ),
      fulfilled: unitsOf(detail?.fulfilled_quantity),
      delivered: unitsOf(detail?.delivered_quantity),
      facts: itemFacts(item),
      points_discount: sumDecimals(
        (adjustments ?? []).filter(isPointsAdjustment).map(({ amount }) => toDecimal(amount))
      ),
    }
  })
}

const unitsOf = (quantity?: BigNumberInput | null): Decimal =>
  quantity === null || quantity === undefined ? ZERO : toDecimal(quantity)
