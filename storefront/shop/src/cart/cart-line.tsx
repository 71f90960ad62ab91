import type { HttpTypes } from "@medusajs/types"
import { Link } from "react-router-dom"
import { useBackend } from "../app/backend"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { Picture } from "../products/picture"
import { useProductWords } from "../products/use-product-words"
import { Notice } from "../ui/states"
import { focusPage } from "../layout/focus-page"
import { useAction } from "../ui/use-action"
import { useCart } from "./cart"
import { CART } from "./messages"
import { QuantityInput } from "./quantity-input"

interface CartLineProps {
  item: HttpTypes.StoreCartLineItem
  currency: string
}

/** A line of the cart: how many there are, and what they cost before discounts. */
export function CartLine({ item, currency }: CartLineProps) {
  const text = useTexts(CART)
  const { money } = useFormat()
  const { sdk } = useBackend()
  const { change } = useCart()
  const { run, isBusy, failure } = useAction()
  const title = useLineTitle(item)

  const setQuantity = (quantity: number) =>
    run(() => change((cartId) => sdk.store.cart.updateLineItem(cartId, item.id, { quantity })))
  const remove = () =>
    run(async () => {
      await change(async (cartId) => {
        await sdk.store.cart.deleteLineItem(cartId, item.id)
        return sdk.store.cart.retrieve(cartId)
      })
      focusPage()
    })

  return (
    <article className="cart-line">
      <Picture handle={item.product_handle} thumbnail={item.thumbnail} />
      <div className="cart-line-words">
        <h2>
          <Link to={`/products/${item.product_handle}`}>{title}</Link>
        </h2>
        <p className="field-hint">{text("each", { price: money(item.unit_price, currency) })}</p>
      </div>
      <p className="price">{money(item.unit_price * item.quantity, currency)}</p>
      <div className="cart-line-controls">
        <QuantityInput
          label={text("quantityOf", { title })}
          value={item.quantity}
          isBusy={isBusy}
          onChange={(quantity) => void setQuantity(quantity)}
        />
        <button
          type="button"
          className="button-text"
          aria-label={text("removeItem", { title })}
          aria-disabled={isBusy}
          onClick={() => void remove()}
        >
          {text("remove")}
        </button>
      </div>
      {failure && <Notice tone="bad">{failure}</Notice>}
    </article>
  )
}

function useLineTitle(item: HttpTypes.StoreCartLineItem): string {
  return useProductWords()({
    handle: item.product_handle,
    title: item.product_title ?? item.title,
  }).title
}
