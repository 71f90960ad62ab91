import type { HttpTypes } from "@medusajs/types"
import { useState } from "react"
import { Link } from "react-router-dom"
import { useCart } from "../cart/cart"
import { useTexts } from "../i18n/language"
import { Notice } from "../ui/states"
import { useAction } from "../ui/use-action"
import { PRODUCTS } from "./messages"
import { QuantityInput } from "../cart/quantity-input"

/** Adds a variant to the cart. */
export function AddToCart({ variant }: { variant: HttpTypes.StoreProductVariant }) {
  const text = useTexts(PRODUCTS)
  const { add } = useCart()
  const [quantity, setQuantity] = useState(1)
  const [isAdded, setAdded] = useState(false)
  const { run, isBusy, failure } = useAction()
  if (isSoldOut(variant)) {
    return <p className="sold-out">{text("soldOut")}</p>
  }
  const put = () =>
    run(async () => {
      setAdded(false)
      await add(variant.id, quantity)
      setAdded(true)
    })
  return (
    <div className="add-to-cart">
      <QuantityInput label={text("quantity")} value={quantity} onChange={setQuantity} />
      <button type="button" className="button" aria-disabled={isBusy} onClick={() => void put()}>
        {isBusy ? text("adding") : text("add")}
      </button>
      {failure && <Notice tone="bad">{failure}</Notice>}
      {isAdded && !failure && (
        <Notice tone="good">
          {text("added")} <Link to="/cart">{text("toCart")}</Link>
        </Notice>
      )}
    </div>
  )
}

function isSoldOut(variant: HttpTypes.StoreProductVariant): boolean {
  const { manage_inventory, allow_backorder, inventory_quantity } = variant
  return !!manage_inventory && !allow_backorder && (inventory_quantity ?? 0) <= 0
}
