import type { HttpTypes } from "@medusajs/types"
import { Link } from "react-router-dom"
import { useBackend } from "../app/backend"
import { useCart } from "../cart/cart"
import { useTexts } from "../i18n/language"
import { useSession } from "../session/session"
import { Field } from "../ui/field"
import { Form } from "../ui/form"
import { AddressFields } from "./address-fields"
import { CHECKOUT } from "./messages"
import { StepSection } from "./step-section"

interface StepProps {
  cart: HttpTypes.StoreCart
  isOpen: boolean
  onDone: () => void
  onRevise: () => void
}

/** Who is ordering, and the address for delivery and invoice. */
export function AddressStep({ cart, isOpen, onDone, onRevise }: StepProps) {
  const text = useTexts(CHECKOUT)
  const { sdk } = useBackend()
  const { change } = useCart()
  const { customer } = useSession()

  const save = async ({ email, ...address }: Record<string, string>) => {
    await change((cartId) =>
      sdk.store.cart.update(cartId, {
        email: customer?.email ?? email,
        shipping_address: address,
        billing_address: address,
      })
    )
    onDone()
  }

  return (
    <StepSection
      title={text("address")}
      isOpen={isOpen}
      chosen={cart.shipping_address?.address_1 && <ChosenAddress cart={cart} />}
      onRevise={onRevise}
    >
      {!customer && <GuestHint />}
      <Form submitLabel={text("continue")} onSubmit={save}>
        {!customer && (
          <Field
            name="email"
            type="email"
            label={text("email")}
            autoComplete="email"
            defaultValue={cart.email}
            required
          />
        )}
        <AddressFields cart={cart} customer={customer} />
      </Form>
    </StepSection>
  )
}

function GuestHint() {
  const text = useTexts(CHECKOUT)
  return (
    <p className="hint">
      {text("guest")} <Link to="/login?next=/checkout">{text("guestLogIn")}</Link>{" "}
      {text("guestHint")}
    </p>
  )
}

function ChosenAddress({ cart }: { cart: HttpTypes.StoreCart }) {
  const address = cart.shipping_address
  return (
    <address>
      {address?.first_name} {address?.last_name}
      <br />
      {address?.address_1}, {address?.postal_code} {address?.city}
      <br />
      {cart.email}
    </address>
  )
}
