import { isPointsAdjustment } from "../shared/cart-view"
import type { CartAdjustment, CartItem, CartView } from "../shared/cart-view"
import type { NewAdjustment } from "../checkout/part"
import { toDecimal } from "../shared/money"
import type { LineAdjustments, OrderLineAdjustment } from "../shared/line-adjustments"

/**
 * The lines of an order whose points discount has to change, with all their new adjustments; those of
 * promotions stay unchanged.
 */
export function changedLines(
  { items }: Pick<CartView, "items">,
  wanted: NewAdjustment[]
): LineAdjustments[] {
  return (items ?? []).flatMap((item) => {
    const points = wanted.filter(({ item_id }) => item_id === item.id)
    return showsPoints(item, points)
      ? []
      : [{ item_id: item.id, adjustments: onLine(item, points) }]
  })
}

function showsPoints({ adjustments }: CartItem, wanted: NewAdjustment[]): boolean {
  const shown = (adjustments ?? []).filter(isPointsAdjustment)
  const isShown = (part: NewAdjustment) =>
    shown.some(
      ({ code, amount }) => code === part.code && toDecimal(amount).eq(toDecimal(part.amount))
    )
  return shown.length === wanted.length && wanted.every(isShown)
}

function onLine({ adjustments }: CartItem, points: NewAdjustment[]): OrderLineAdjustment[] {
  const promotions = (adjustments ?? []).filter((adjustment) => !isPointsAdjustment(adjustment))
  return [...promotions.map(written), ...points.map(written)]
}

const written = ({
  amount,
  code,
  description,
  promotion_id,
  is_tax_inclusive,
}: CartAdjustment): OrderLineAdjustment => ({
  amount,
  code,
  description,
  promotion_id,
  is_tax_inclusive,
})
