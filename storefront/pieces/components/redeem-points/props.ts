import type { LoyaltyCart } from "../../types"

export interface RedeemPointsProps {
  cartId: string
  currencyCode: string
  /** The cart's total in major units, from the store's last answer. */
  cartTotal: number
  /** Receives the store's new cart after points were applied or removed. */
  onCartChange: (cart: LoyaltyCart) => void
  /** Where a guest, or somebody whose login has expired, logs in. */
  loginHref?: string
  /** Where a guest registers. */
  registerHref?: string
}
