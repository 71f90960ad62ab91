import { Link } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { CART } from "./messages"

/** Shown when the cart is empty. */
export function EmptyCart() {
  const text = useTexts(CART)
  return (
    <div className="empty">
      <p>{text("empty")}</p>
      <Link to="/" className="button">
        {text("toProducts")}
      </Link>
    </div>
  )
}
