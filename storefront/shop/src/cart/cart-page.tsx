import type { HttpTypes } from "@medusajs/types"
import { Link } from "react-router-dom"
import { PointsToEarn } from "../../../pieces"
import { useTexts } from "../i18n/language"
import { Page } from "../layout/page"
import { CartLine } from "./cart-line"
import { CART } from "./messages"
import { PromotionCode } from "./promotion-code"
import { Totals } from "./totals"
import { WithCart } from "./with-cart"

/** `/cart` */
export function CartPage() {
  const text = useTexts(CART)
  return (
    <Page title={text("title")}>
      <WithCart>{(cart, items) => <FilledCart cart={cart} items={items} />}</WithCart>
    </Page>
  )
}

interface FilledCartProps {
  cart: HttpTypes.StoreCart
  items: HttpTypes.StoreCartLineItem[]
}

function FilledCart({ cart, items }: FilledCartProps) {
  const text = useTexts(CART)
  return (
    <div className="with-summary">
      <ul className="cart-lines">
        {[...items].sort(byAge).map((item) => (
          <li key={item.id}>
            <CartLine item={item} currency={cart.currency_code} />
          </li>
        ))}
      </ul>
      <aside className="summary" aria-label={text("summary")}>
        <PromotionCode cart={cart} />
        <Totals sums={cart} hasDelivery={!!cart.shipping_methods?.length} />
        <PointsToEarn cartId={cart.id} cartTotal={cart.total} />
        <Link to="/checkout" className="button button-wide">
          {text("checkout")}
        </Link>
      </aside>
    </div>
  )
}

/** Keeps a line in its place when it changes. */
function byAge(a: HttpTypes.StoreCartLineItem, b: HttpTypes.StoreCartLineItem): number {
  return new Date(a.created_at ?? 0).getTime() - new Date(b.created_at ?? 0).getTime()
}
