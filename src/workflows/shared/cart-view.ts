import type { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, getLineItemsTotals } from "@medusajs/framework/utils"

import {
  ADJUSTMENT_PROVIDER,
  isPartProvider,
  isPointsCode,
} from "../../domain/checkout/adjustment-code"
import type { QuoteLine } from "../../domain/checkout/quote"
import type { ItemFacts } from "../../domain/earning/item-facts"
import { toDecimal } from "./money"

export type CartAdjustment = {
  id?: string
  code?: string | null
  description?: string | null
  amount: BigNumberInput
  provider_id?: string | null
  promotion_id?: string | null
  is_tax_inclusive?: boolean
}

export type CartItem = {
  id: string
  unit_price: BigNumberInput
  raw_unit_price?: BigNumberInput
  quantity: BigNumberInput
  is_tax_inclusive?: boolean
  is_discountable?: boolean
  is_giftcard?: boolean
  product_id?: string | null
  variant_id?: string | null
  variant_sku?: string | null
  product_type_id?: string | null
  product?: { is_giftcard?: boolean } | null
  tax_lines?: { rate: number }[] | null
  adjustments?: CartAdjustment[] | null
}

/** What the plugin reads of a cart (or an order), as Medusa's workflows and Query return it. */
export type CartView = {
  id: string
  currency_code: string
  completed_at?: string | Date | null
  customer?: { id: string; has_account?: boolean } | null
  region?: { automatic_taxes?: boolean } | null
  items?: CartItem[] | null
  shipping_methods?: { adjustments?: CartAdjustment[] | null }[] | null
  payment_collection?: { payment_sessions?: { status?: string }[] | null } | null
}

/** The part of a cart that says whose it is. */
export type CartOwner = Pick<CartView, "id" | "customer">

/** The fields that a CartOwner needs, for Query. */
export const CART_OWNER_FIELDS = ["id", "customer.id", "customer.has_account"]

/** The fields that a CartView needs, for Query. */
export const CART_VIEW_FIELDS = [
  ...CART_OWNER_FIELDS,
  "currency_code",
  "completed_at",
  "region.automatic_taxes",
  "items.*",
  "items.product.is_giftcard",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.adjustments.*",
]

/**
 * Whether points made an adjustment. Each change to an order (a return, an edit) rewrites its
 * adjustments without their provider_id, so the code has to identify them.
 */
export const isPointsAdjustment = ({ provider_id, promotion_id, code }: CartAdjustment): boolean =>
  provider_id === ADJUSTMENT_PROVIDER || (!promotion_id && isPointsCode(code ?? ""))

/** Whether a part of checkout made an adjustment of a cart: then it is no promotion's. */
const isPartAdjustment = (adjustment: CartAdjustment): boolean =>
  isPartProvider(adjustment.provider_id ?? "") || isPointsAdjustment(adjustment)

/** The points adjustments on a cart, each with its line. */
export function pointsAdjustmentsOf(
  cart: CartView
): (CartAdjustment & { item_id: string; id?: string })[] {
  return (cart.items ?? []).flatMap((item) =>
    (item.adjustments ?? [])
      .filter(isPointsAdjustment)
      .map((adjustment) => ({ ...adjustment, item_id: item.id }))
  )
}

/** Promotions' adjustments by line, those of shipping under no line. */
export type PromotionView = {
  byItem: Map<string, CartAdjustment[]>
  hasAny: boolean
}

/** The promotions on a cart now. */
export function promotionsOnCart(cart: CartView): PromotionView {
  const byItem = new Map(
    (cart.items ?? []).map((item) => [
      item.id,
      (item.adjustments ?? []).filter((adjustment) => !isPartAdjustment(adjustment)),
    ])
  )
  const onShipping = (cart.shipping_methods ?? []).some((method) => method.adjustments?.length)
  return { byItem, hasAny: onShipping || [...byItem.values()].some((list) => list.length > 0) }
}

/**
 * The lines of a cart with what promotions leave of each, with and without tax, computed with Medusa's
 * own totals so that a discount taken from them is exactly what the shopper saves.
 */
export function quoteLines(cart: CartView, promotions: PromotionView): QuoteLine[] {
  const items = (cart.items ?? []).map((item) => ({
    id: item.id,
    unit_price: new BigNumber(item.raw_unit_price ?? item.unit_price),
    quantity: new BigNumber(item.quantity),
    is_tax_inclusive: item.is_tax_inclusive,
    tax_lines: (item.tax_lines ?? []).map(({ rate }) => ({ rate })),
    adjustments: (promotions.byItem.get(item.id) ?? []).map(({ amount, is_tax_inclusive }) => ({
      amount: new BigNumber(amount),
      is_tax_inclusive,
    })),
  }))
  const totals = getLineItemsTotals(items, {
    includeTax: cart.region?.automatic_taxes ?? false,
  }) as Record<string, { total: BigNumberInput; tax_total: BigNumberInput }>

  return (cart.items ?? []).map((item) => {
    const { total, tax_total } = totals[item.id] ?? { total: 0, tax_total: 0 }
    const isGiftCard = isGiftCardLine(item)
    const payable = toDecimal(total)
    return {
      id: item.id,
      payable,
      net_payable: payable.minus(toDecimal(tax_total)),
      quantity: toDecimal(item.quantity),
      facts: itemFacts(item),
      is_discountable: item.is_discountable !== false && !isGiftCard,
      earns: !isGiftCard,
    }
  })
}

/** What the line itself says about its item. */
export function itemFacts(item: CartItem): ItemFacts {
  return {
    product_id: item.product_id ?? null,
    variant_id: item.variant_id ?? null,
    sku: item.variant_sku ?? null,
    type_id: item.product_type_id ?? null,
  }
}

export const isGiftCardLine = (item: CartItem): boolean =>
  item.is_giftcard === true || item.product?.is_giftcard === true
