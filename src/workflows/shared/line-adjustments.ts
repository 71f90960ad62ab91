import type {
  BigNumberInput,
  CreateOrderChangeActionDTO,
  IOrderModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ChangeActionType, Modules, OrderChangeType } from "@medusajs/framework/utils"

/** A line adjustment as a change of an order writes it. Medusa drops a provider_id here. */
export type OrderLineAdjustment = {
  amount: BigNumberInput
  code?: string | null
  description?: string | null
  promotion_id?: string | null
  is_tax_inclusive?: boolean
}

/** All adjustments that a line of an order shall have, those of promotions included. */
export type LineAdjustments = { item_id: string; adjustments: OrderLineAdjustment[] }

/**
 * Replaces the adjustments of an order's or a draft's lines by a change of the order that is
 * confirmed at once: the only way that leaves total and summary right. Lines that are not named keep
 * theirs. The payment collection is the caller's to bring up to date.
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

/** A change that cannot be confirmed is taken away: left open, it would block the order. */
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
