import { Link, NavLink } from "react-router-dom"
import { useLoyaltyAccount } from "../../../pieces"
import { useCart } from "../cart/cart"
import { useTexts } from "../i18n/language"
import { useSession } from "../session/session"
import { LanguageSwitch } from "./language-switch"
import { LAYOUT } from "./messages"

/** The shop's name, navigation, points, cart and language. */
export function Header() {
  const text = useTexts(LAYOUT)
  return (
    <header className="header">
      <div className="header-inner">
        <Link to="/" className="brand" aria-label={text("home")}>
          norra
        </Link>
        <nav className="nav" aria-label={text("navigation")}>
          <NavLink to="/" end className="nav-products">
            {text("products")}
          </NavLink>
          <AccountLink />
          <CartLink />
        </nav>
        <LanguageSwitch />
      </div>
    </header>
  )
}

function AccountLink() {
  const text = useTexts(LAYOUT)
  const { customer } = useSession()
  const { account } = useLoyaltyAccount()
  if (!customer) {
    return <NavLink to="/login">{text("logIn")}</NavLink>
  }
  return (
    <NavLink to="/account">
      {text("account")}
      {account && (
        <span className="header-points">{text("points", { count: account.available })}</span>
      )}
    </NavLink>
  )
}

function CartLink() {
  const text = useTexts(LAYOUT)
  const { count } = useCart()
  return (
    <NavLink to="/cart" aria-label={text("cartCount", { count })}>
      {text("cart")}
      <span className={count > 0 ? "cart-count" : "cart-count cart-count-none"}>{count}</span>
    </NavLink>
  )
}
