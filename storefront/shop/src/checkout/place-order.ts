import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { PaymentRefused } from "../ui/use-error-text"

/**
 * Opens a payment and completes the cart. The payment is opened only now because Medusa drops it
 * whenever the cart's amount changes, as points do. If the cart was already completed but the answer
 * got lost, its order is returned again.
 *
 * @throws PaymentRefused when the payment was not accepted
 */
export async function placeOrder(
  sdk: Medusa,
  cartId: string,
  provider_id: string
): Promise<HttpTypes.StoreOrder> {
  const { cart } = await sdk.store.cart.retrieve(cartId)
  if (!cart.completed_at) {
    await sdk.store.payment.initiatePaymentSession(cart, { provider_id })
  }
  const answer = await sdk.store.cart.complete(cartId)
  if (answer.type === "cart") {
    throw new PaymentRefused(answer.error.message)
  }
  return answer.order
}
