import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  OrderChangeStatus,
  OrderStatus,
} from "@medusajs/framework/utils"

import type { CartView } from "../shared/cart-view"

/** A draft order, which is quoted like a cart. */
export type DraftView = CartView & { status: string; is_draft_order: boolean }

/** `code` of the error while an edit of the draft is open. */
export const DRAFT_BEING_EDITED = "loyalty_draft_being_edited"

/** Without the region: Medusa computes order totals from the lines alone. */
const DRAFT_VIEW_FIELDS = [
  "id",
  "status",
  "is_draft_order",
  "currency_code",
  "customer.id",
  "customer.has_account",
  "items.*",
  "items.product.is_giftcard",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.adjustments.*",
]

/** The orders with these ids that exist, drafts or not. */
export async function findDrafts(
  container: MedusaContainer,
  orderIds: string[]
): Promise<DraftView[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: DRAFT_VIEW_FIELDS,
    filters: { id: orderIds },
  })
  return data as unknown as DraftView[]
}

/** Whether it is a draft that can still become an order. */
export function isLive({ status, is_draft_order }: DraftView): boolean {
  return is_draft_order && status !== OrderStatus.CANCELED
}

/**
 * A draft whose points may change.
 *
 * @throws NOT_FOUND if there is no such order; NOT_ALLOWED if it is no longer a draft
 */
export async function loadLiveDraft(
  container: MedusaContainer,
  orderId: string
): Promise<DraftView> {
  const [draft] = await findDrafts(container, [orderId])
  if (!draft) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Draft order id not found: ${orderId}`)
  }
  if (!isLive(draft)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Order ${orderId} is not a draft any more; its points cannot change`
    )
  }
  return draft
}

/** Whether an edit of the order is open, which keeps others from changing it. */
export async function isBeingEdited(container: MedusaContainer, orderId: string): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_change",
    fields: ["id"],
    filters: {
      order_id: orderId,
      status: [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED],
    },
  })
  return data.length > 0
}

/** @throws NOT_ALLOWED while an edit of the draft is open */
export async function refuseWhileEdited(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  if (await isBeingEdited(container, orderId)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Draft order ${orderId} is being edited; confirm or cancel that edit first`,
      DRAFT_BEING_EDITED
    )
  }
}
