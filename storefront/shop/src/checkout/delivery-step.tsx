import type { HttpTypes } from "@medusajs/types"
import useSWR from "swr"
import { useBackend } from "../app/backend"
import { useCart } from "../cart/cart"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { Form } from "../ui/form"
import { Loading, Notice, Trouble } from "../ui/states"
import { CHECKOUT } from "./messages"
import { RadioOption } from "./radio-option"
import { StepSection } from "./step-section"

interface StepProps {
  cart: HttpTypes.StoreCart
  isOpen: boolean
  onDone: () => void
  onRevise: () => void
}

/** The delivery method. */
export function DeliveryStep({ cart, isOpen, onDone, onRevise }: StepProps) {
  const text = useTexts(CHECKOUT)
  const { sdk } = useBackend()
  const { change } = useCart()
  const chosenId = cart.shipping_methods?.[0]?.shipping_option_id
  const { data: options, error, mutate } = useDeliveryOptions(cart, isOpen || !!chosenId)
  const chosen = options?.find(({ id }) => id === chosenId)

  const save = async ({ option_id = "" }: Record<string, string>) => {
    await change((cartId) => sdk.store.cart.addShippingMethod(cartId, { option_id }))
    onDone()
  }

  return (
    <StepSection
      title={text("delivery")}
      isOpen={isOpen}
      chosen={chosen && <OptionWords option={chosen} />}
      onRevise={onRevise}
    >
      {!options && (error ? <Trouble error={error} onRetry={() => void mutate()} /> : <Loading />)}
      {options?.length === 0 && <Notice tone="bad">{text("noDelivery")}</Notice>}
      {options && options.length > 0 && (
        <Form submitLabel={text("continue")} onSubmit={save}>
          <fieldset className="radio-options">
            <legend className="visually-hidden">{text("delivery")}</legend>
            {options.map((option, place) => (
              <RadioOption
                key={option.id}
                name="option_id"
                value={option.id}
                isChosen={chosen ? chosen === option : place === 0}
              >
                <OptionWords option={option} />
              </RadioOption>
            ))}
          </fieldset>
        </Form>
      )}
    </StepSection>
  )
}

function OptionWords({ option }: { option: HttpTypes.StoreCartShippingOption }) {
  const text = useTexts(CHECKOUT)
  const { money } = useFormat()
  return (
    <span className="option-words">
      <span>{option.type?.code === "courier" ? text("courier") : option.name}</span>
      <span className="price">{money(option.amount)}</span>
    </span>
  )
}

/**
 * Delivery options depend on the address and the amount, so a change to either reloads them; the old
 * ones stay until the answer arrives.
 */
function useDeliveryOptions(cart: HttpTypes.StoreCart, isWanted: boolean) {
  const { sdk } = useBackend()
  const { country_code, postal_code } = cart.shipping_address ?? {}
  const key = ["delivery", cart.id, country_code, postal_code, cart.item_total]
  const load = async () => {
    const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
    return shipping_options
  }
  return useSWR<HttpTypes.StoreCartShippingOption[], unknown>(isWanted ? key : null, load, {
    keepPreviousData: true,
  })
}
