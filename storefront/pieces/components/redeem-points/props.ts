import type { LoyaltyCart } from "../../types"

export interface RedeemPointsProps {
  cartId: string
  currencyCode: string
  /** The cart's total in major units, as the store last answered it. */
  cartTotal: number
  /** Takes over the cart that the store answered after points were applied or removed. */
  onCartChange: (cart: LoyaltyCart) => void
  /** Where a guest, or somebody whose login has expired, logs in. */
  loginHref?: string
  /** Where a guest registers. */
  registerHref?: string
}
