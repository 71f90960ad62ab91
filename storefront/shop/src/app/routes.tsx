import { createBrowserRouter } from "react-router-dom"
import { AccountPage } from "../account/account-page"
import { CartPage } from "../cart/cart-page"
import { CheckoutPage } from "../checkout/checkout-page"
import { Layout } from "../layout/layout"
import { NotFoundPage } from "../layout/not-found-page"
import { ConfirmationPage } from "../orders/confirmation-page"
import { OrderPage } from "../orders/order-page"
import { ProductListPage } from "../products/product-list-page"
import { ProductPage } from "../products/product-page"
import { LogInPage } from "../session/log-in-page"
import { RegisterPage } from "../session/register-page"
import { Crash } from "./crash"

const pages = [
  { index: true, element: <ProductListPage /> },
  { path: "products/:handle", element: <ProductPage /> },
  { path: "cart", element: <CartPage /> },
  { path: "checkout", element: <CheckoutPage /> },
  { path: "orders/:id", element: <OrderPage /> },
  { path: "orders/:id/confirmed", element: <ConfirmationPage /> },
  { path: "login", element: <LogInPage /> },
  { path: "register", element: <RegisterPage /> },
  { path: "account", element: <AccountPage /> },
  { path: "*", element: <NotFoundPage /> },
]

/** The pages; if one fails to render, header and footer stay. */
export const router = createBrowserRouter([
  { element: <Layout />, children: [{ errorElement: <Crash />, children: pages }] },
])
