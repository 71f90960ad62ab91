import type { HttpTypes } from "@medusajs/types"
import { useId, useState, type FormEvent } from "react"
import { FetchError } from "@medusajs/js-sdk"
import { useBackend } from "../app/backend"
import { useTexts } from "../i18n/language"
import { Notice } from "../ui/states"
import { useAction } from "../ui/use-action"
import { useCart } from "./cart"
import { CART } from "./messages"

/** Adds promotion codes to the cart and removes them. */
export function PromotionCode({ cart }: { cart: HttpTypes.StoreCart }) {
  const text = useTexts(CART)
  const id = useId()
  const { sdk } = useBackend()
  const { change } = useCart()
  const { run, isBusy, failure } = useAction()
  const [code, setCode] = useState("")

  const add = async (event: FormEvent) => {
    event.preventDefault()
    const promo_codes = [code.trim()]
    if (promo_codes[0]) {
      await run(async () => {
        await change((cartId) => addPromotion(cartId, promo_codes))
        setCode("")
      })
    }
  }
  const addPromotion = async (cartId: string, promo_codes: string[]) => {
    const answer = await sdk.store.cart.addPromotions(cartId, { promo_codes })
    if (!codesOf(answer.cart).includes(promo_codes[0] ?? "")) {
      throw new FetchError("The promotion code does not apply.", "Bad Request", 400)
    }
    return answer
  }
  const remove = (applied: string) =>
    run(() =>
      change((cartId) => sdk.store.cart.removePromotions(cartId, { promo_codes: [applied] }))
    )

  return (
    <form className="promotion" noValidate onSubmit={(event) => void add(event)}>
      <label htmlFor={id}>{text("promotion")}</label>
      <div className="promotion-entry">
        <input
          id={id}
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => setCode(event.target.value)}
        />
        <button className="button button-quiet" aria-disabled={isBusy}>
          {text("apply")}
        </button>
      </div>
      {failure && <Notice tone="bad">{failure}</Notice>}
      <AppliedCodes codes={codesOf(cart)} isBusy={isBusy} onRemove={(it) => void remove(it)} />
    </form>
  )
}

interface AppliedCodesProps {
  codes: string[]
  isBusy: boolean
  onRemove: (code: string) => void
}

function AppliedCodes({ codes, isBusy, onRemove }: AppliedCodesProps) {
  const text = useTexts(CART)
  if (codes.length === 0) {
    return null
  }
  return (
    <ul className="promotion-codes" aria-label={text("applied")}>
      {codes.map((code) => (
        <li key={code}>
          {code}
          <button
            type="button"
            aria-label={text("removePromotion", { code })}
            aria-disabled={isBusy}
            onClick={() => onRemove(code)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Codes that a shopper typed; automatic promotions have none to remove. */
function codesOf(cart: HttpTypes.StoreCart): string[] {
  return (cart.promotions ?? [])
    .filter(({ is_automatic }) => !is_automatic)
    .flatMap(({ code }) => code ?? [])
}
