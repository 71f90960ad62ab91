import type { HttpTypes } from "@medusajs/types"
import { Link, useLocation } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { Page } from "../layout/page"
import { useSession } from "../session/session"
import { placedOf } from "./confirmation"
import { ORDERS } from "./messages"
import { OrderDetails } from "./order-details"
import { LoadedOrder } from "./order-page"

/** `/orders/:id/confirmed`: shown after an order was placed. */
export function ConfirmationPage() {
  return <LoadedOrder View={Confirmation} />
}

function Confirmation({ order }: { order: HttpTypes.StoreOrder }) {
  const text = useTexts(ORDERS)
  return (
    <Page title={text("thanks")} className="medium">
      <p className="lead">
        <strong>{text("number", { number: `#${order.display_id}` })}</strong>{" "}
        {order.email && text("mail", { email: order.email })}
      </p>
      <WhatItEarns />
      <OrderDetails order={order} />
      <Link to="/" className="button button-quiet">
        {text("onShopping")}
      </Link>
    </Page>
  )
}

function WhatItEarns() {
  const text = useTexts(ORDERS)
  const { customer } = useSession()
  const { points_to_earn: count } = placedOf(useLocation().state)
  if (count === 0 || customer === undefined) {
    return null
  }
  return (
    <p className="points-note points-note-earn">
      {text(customer ? "willEarn" : "couldEarn", { count })}{" "}
      <Link to={customer ? "/account" : "/register"}>
        {text(customer ? "toAccount" : "register")}
      </Link>
    </p>
  )
}
