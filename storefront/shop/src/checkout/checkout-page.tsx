import type { HttpTypes } from "@medusajs/types"
import { useState } from "react"
import { WithCart } from "../cart/with-cart"
import { useTexts } from "../i18n/language"
import { Page } from "../layout/page"
import { AddressStep } from "./address-step"
import { CheckoutSummary } from "./checkout-summary"
import { DeliveryStep } from "./delivery-step"
import { CHECKOUT } from "./messages"
import { PaymentStep } from "./payment-step"
import { PointsStep } from "./points-step"
import { openStep, type Step } from "./steps"

/** `/checkout` */
export function CheckoutPage() {
  const text = useTexts(CHECKOUT)
  return (
    <Page title={text("title")}>
      <WithCart>{(cart) => <Checkout cart={cart} />}</WithCart>
    </Page>
  )
}

function Checkout({ cart }: { cart: HttpTypes.StoreCart }) {
  const [revised, revise] = useState<Step>()
  const step = revised ?? openStep(cart)
  const done = () => revise(undefined)
  return (
    <div className="with-summary">
      <ol className="steps">
        <AddressStep
          cart={cart}
          isOpen={step === "address"}
          onDone={done}
          onRevise={() => revise("address")}
        />
        <DeliveryStep
          cart={cart}
          isOpen={step === "delivery"}
          onDone={done}
          onRevise={() => revise("delivery")}
        />
        <PointsStep cart={cart} isOpen={step === "payment"} />
        <PaymentStep cart={cart} isOpen={step === "payment"} />
      </ol>
      <CheckoutSummary cart={cart} />
    </div>
  )
}
