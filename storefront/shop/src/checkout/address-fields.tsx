import type { HttpTypes } from "@medusajs/types"
import { useBackend } from "../app/backend"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { Choice, Field } from "../ui/field"
import { CHECKOUT } from "./messages"

interface AddressFieldsProps {
  cart: HttpTypes.StoreCart
  customer: HttpTypes.StoreCustomer | null | undefined
}

/** An address, prefilled with what the shop knows. */
export function AddressFields({ cart, customer }: AddressFieldsProps) {
  const text = useTexts(CHECKOUT)
  const known = knownAddress(cart, customer)
  return (
    <>
      <div className="field-row">
        <Field
          name="first_name"
          label={text("firstName")}
          autoComplete="given-name"
          defaultValue={known.first_name ?? customer?.first_name ?? ""}
          required
        />
        <Field
          name="last_name"
          label={text("lastName")}
          autoComplete="family-name"
          defaultValue={known.last_name ?? customer?.last_name ?? ""}
          required
        />
      </div>
      <Field
        name="address_1"
        label={text("street")}
        autoComplete="address-line1"
        defaultValue={known.address_1 ?? ""}
        required
      />
      <div className="field-row field-row-postal">
        <Field
          name="postal_code"
          label={text("postalCode")}
          autoComplete="postal-code"
          defaultValue={known.postal_code ?? ""}
          required
        />
        <Field
          name="city"
          label={text("city")}
          autoComplete="address-level2"
          defaultValue={known.city ?? ""}
          required
        />
      </div>
      <CountryChoice cart={cart} chosen={known.country_code} />
      <Field
        name="phone"
        type="tel"
        label={text("phone")}
        autoComplete="tel"
        defaultValue={known.phone ?? ""}
      />
    </>
  )
}

interface CountryChoiceProps {
  cart: HttpTypes.StoreCart
  chosen: string | null | undefined
}

function CountryChoice({ cart, chosen }: CountryChoiceProps) {
  const text = useTexts(CHECKOUT)
  const { config } = useBackend()
  const { country } = useFormat()
  const codes = (cart.region?.countries ?? []).flatMap(({ iso_2 }) => iso_2 ?? [])
  return (
    <Choice
      name="country_code"
      label={text("country")}
      autoComplete="country"
      defaultValue={chosen ?? config.country_code}
    >
      {codes.map((code) => (
        <option key={code} value={code}>
          {country(code)}
        </option>
      ))}
    </Choice>
  )
}

type KnownAddress = Partial<HttpTypes.StoreCartAddress | HttpTypes.StoreCustomerAddress>

function knownAddress({ shipping_address }: HttpTypes.StoreCart, customer: Customer): KnownAddress {
  const addresses = customer?.addresses ?? []
  const standard = addresses.find(({ is_default_shipping }) => is_default_shipping)
  return shipping_address?.address_1 ? shipping_address : (standard ?? addresses[0] ?? {})
}

type Customer = AddressFieldsProps["customer"]
