import { RouterProvider } from "react-router-dom"
import { CartProvider } from "../cart/cart"
import { LanguageProvider } from "../i18n/language"
import { SessionProvider } from "../session/session"
import { BackendProvider } from "./backend"
import { CrashBoundary } from "./crash"
import { Loyalty } from "./loyalty"
import { router } from "./routes"

/** The demo shop. */
export function App() {
  return (
    <LanguageProvider>
      <CrashBoundary>
        <BackendProvider>
          <SessionProvider>
            <CartProvider>
              <Loyalty>
                <RouterProvider router={router} />
              </Loyalty>
            </CartProvider>
          </SessionProvider>
        </BackendProvider>
      </CrashBoundary>
    </LanguageProvider>
  )
}
