import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createOrUpdateOrderPaymentCollectionWorkflow } from "@medusajs/medusa/core-flows"

import { discountsToLower } from "../../domain/earning/redeemed"
import type { LoweredDiscount, RedeemedPoints } from "../../domain/earning/redeemed"
import { minDecimal } from "../../domain/shared/decimal"
import type { Decimal } from "../../domain/shared/decimal"
import { isPointsAdjustment } from "../shared/cart-view"
import type { CartAdjustment } from "../shared/cart-view"
import { replaceLineAdjustments } from "../shared/line-adjustments"
import { currencyOf, toDecimal } from "../shared/money"
import { loadOrder, orderState, settlementLines } from "./order-view"
import type { OrderView } from "./order-view"

/**
 * The order, with a points discount that its lines can take and its points pay for. An edit that makes
 * a line cheaper leaves the discount unchanged: the line would fall below zero and the merchant would
 * owe the difference in money. One that adds units after a return brings part of the discount back. A
 * discount that cannot be corrected now (another edit of the order is open) is logged; points are
 * settled as if it had been.
 */
export async function withFittingDiscount(
  container: MedusaContainer,
  order: OrderView,
  redeemed: RedeemedPoints | null
): Promise<OrderView> {
  const { decimal_digits } = currencyOf(order.currency_code)
  const toLower = orderState(order).placed
    ? discountsToLower(redeemed, settlementLines(order), decimal_digits)
    : []
  if (toLower.length === 0) {
    return order
  }
  try {
    await lower(container, order, toLower)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`loyalty points: the discount of order ${order.id} is too large`, error as Error)
    return order
  }
  return loadOrder(container, order.id)
}

async function lower(
  container: MedusaContainer,
  order: OrderView,
  toLower: LoweredDiscount[]
): Promise<void> {
  const adjustmentsOf = new Map((order.items ?? []).map(({ id, adjustments }) => [id, adjustments]))
  const lines = toLower.map(({ id, points_discount }) => ({
    item_id: id,
    adjustments: withPointsDiscount(adjustmentsOf.get(id) ?? [], points_discount),
  }))
  await replaceLineAdjustments(container, order.id, lines)
  await createOrUpdateOrderPaymentCollectionWorkflow(container).run({
    input: { order_id: order.id },
  })
}

/** A line's adjustments with no more than `discount` off for points; promotions' stay. */
function withPointsDiscount(adjustments: CartAdjustment[], discount: Decimal): CartAdjustment[] {
  let left = discount
  return adjustments.flatMap((adjustment) => {
    if (!isPointsAdjustment(adjustment)) {
      return adjustment
    }
    const amount = minDecimal(toDecimal(adjustment.amount), left)
    left = left.minus(amount)
    return amount.gt(0) ? { ...adjustment, amount: amount.toFixed() } : []
  })
}
