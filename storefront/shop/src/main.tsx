import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app/app"
import "../../pieces/styles.css"
import "./styles/tokens.css"
import "./styles/base.css"
import "./styles/layout.css"
import "./styles/forms.css"
import "./styles/products.css"
import "./styles/cart.css"
import "./styles/checkout.css"
import "./styles/account.css"

const root = document.getElementById("root")
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
}
