import type { HttpTypes } from "@medusajs/types"
import useSWR from "swr"
import { useBackend } from "../app/backend"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { Form } from "../ui/form"
import { Loading, Notice, Trouble } from "../ui/states"
import { CHECKOUT } from "./messages"
import { RadioOption } from "./radio-option"
import { StepSection } from "./step-section"
import { usePlaceOrder } from "./use-place-order"

interface PaymentStepProps {
  cart: HttpTypes.StoreCart
  isOpen: boolean
}

/** How the shopper pays, and the button that places the order. */
export function PaymentStep({ cart, isOpen }: PaymentStepProps) {
  const text = useTexts(CHECKOUT)
  const { sdk, config } = useBackend()
  const { money } = useFormat()
  const { place, explain } = usePlaceOrder(cart)
  const { data, error, mutate } = useSWR(isOpen ? "payment-providers" : null, () =>
    sdk.store.payment.listPaymentProviders({ region_id: config.region_id })
  )
  const providers = data?.payment_providers
  return (
    <StepSection title={text("payment")} isOpen={isOpen} takesFocus={false}>
      {!providers &&
        (error ? <Trouble error={error} onRetry={() => void mutate()} /> : <Loading />)}
      {providers?.length === 0 && <Notice tone="bad">{text("noPayment")}</Notice>}
      {providers && providers.length > 0 && (
        <Form
          submitLabel={text("place", { total: money(cart.total, cart.currency_code) })}
          busyLabel={text("placing")}
          explain={explain}
          onSubmit={({ provider_id = "" }) => place(provider_id)}
        >
          <fieldset className="radio-options">
            <legend className="visually-hidden">{text("payment")}</legend>
            {providers.map(({ id }, at) => (
              <RadioOption key={id} name="provider_id" value={id} isChosen={at === 0}>
                <ProviderName id={id} />
              </RadioOption>
            ))}
          </fieldset>
        </Form>
      )}
    </StepSection>
  )
}

/** Medusa's own provider moves no money; others are shown by name: `pp_stripe_stripe`. */
function ProviderName({ id }: { id: string }) {
  const text = useTexts(CHECKOUT)
  const name = id.split("_")[1] ?? id
  return <span>{name === "system" ? text("payOnDelivery") : name}</span>
}
