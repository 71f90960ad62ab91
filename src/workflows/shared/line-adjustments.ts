import type {
  BigNumberInput,
  CreateOrderChangeActionDTO,
  IOrderModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ChangeActionType, Modules, OrderChangeType } from "@medusajs/framework/utils"

/** A line adjustment as written by an order change. Medusa drops a provider_id here. */
export type OrderLineAdjustment = {
  amount: BigNumberInput
  code?: string | null
  description?: string | null
  promotion_id?: string | null
  is_tax_inclusive?: boolean
}

/** All adjustments that an order line is to have, including those of promotions. */
export type LineAdjustments = { item_id: string; adjustments: OrderLineAdjustment[] }

/**
 * Replaces the adjustments of an order's or a draft's lines by an order change that is confirmed at
 * once: the only way to keep total and summary correct. Other lines keep theirs. The caller must update
 * the payment collection.
 *
 * @throws INVALID_DATA while another change of the order is open
 */
export async function replaceLineAdjustments(
  container: MedusaContainer,
  orderId: string,
  lines: LineAdjustments[]
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const { id, version } = await orders.createOrderChange({
    order_id: orderId,
    change_type: OrderChangeType.EDIT,
    description: "Loyalty points",
  })
  const actions = lines.map((line) => ({
    order_change_id: id,
    order_id: orderId,
    version,
    action: ChangeActionType.ITEM_ADJUSTMENTS_REPLACE,
    details: { reference_id: line.item_id, adjustments: line.adjustments },
  }))
  await confirm(orders, id, actions)
}

/** A change that cannot be confirmed is removed: left open, it would block the order. */
async function confirm(
  orders: IOrderModuleService,
  changeId: string,
  actions: CreateOrderChangeActionDTO[]
): Promise<void> {
  try {
    await orders.addOrderAction(actions)
    await orders.confirmOrderChange(changeId)
  } catch (error) {
    await orders.deleteOrderChanges([changeId])
    throw error
  }
}
