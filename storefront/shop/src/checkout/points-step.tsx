import type { HttpTypes } from "@medusajs/types"
import { RedeemPoints } from "../../../pieces"
import { useCart } from "../cart/cart"
import { useTexts } from "../i18n/language"
import { CHECKOUT } from "./messages"
import { StepSection } from "./step-section"

/** Paying with points, once the rest of the total is known. */
export function PointsStep({ cart, isOpen }: { cart: HttpTypes.StoreCart; isOpen: boolean }) {
  const text = useTexts(CHECKOUT)
  const { take } = useCart()
  return (
    <StepSection title={text("points")} isOpen={isOpen}>
      <RedeemPoints
        cartId={cart.id}
        currencyCode={cart.currency_code}
        cartTotal={cart.total}
        onCartChange={take}
        loginHref="/login?next=/checkout"
        registerHref="/register?next=/checkout"
      />
    </StepSection>
  )
}
