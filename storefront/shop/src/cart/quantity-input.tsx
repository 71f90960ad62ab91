import { useTexts } from "../i18n/language"
import { CART } from "./messages"

interface QuantityInputProps {
  /** What the number refers to, for screen readers. */
  label: string
  value: number
  /** A change is in progress. */
  isBusy?: boolean
  onChange: (quantity: number) => void
}

const MOST = 99

/** A whole number from 1 up, with buttons for one less and one more. */
export function QuantityInput({ label, value, isBusy = false, onChange }: QuantityInputProps) {
  const text = useTexts(CART)
  const step = (by: number, name: string, sign: string) => {
    const isOff = isBusy || value + by < 1 || value + by > MOST
    return (
      <button
        type="button"
        aria-label={name}
        aria-disabled={isOff}
        onClick={() => isOff || onChange(value + by)}
      >
        {sign}
      </button>
    )
  }
  return (
    <div className="quantity" role="group" aria-label={label}>
      {step(-1, text("less"), "−")}
      <output aria-live="polite">{value}</output>
      {step(1, text("more"), "+")}
    </div>
  )
}
