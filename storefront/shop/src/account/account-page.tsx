import type { HttpTypes } from "@medusajs/types"
import { Navigate } from "react-router-dom"
import { ExpiryReminders, PointsBalance, PointsHistory } from "../../../pieces"
import { useBackend } from "../app/backend"
import { useTexts } from "../i18n/language"
import { Page } from "../layout/page"
import { useSession } from "../session/session"
import { Loading } from "../ui/states"
import { ACCOUNT } from "./messages"
import { OrderList } from "./order-list"
import { OrderSummary } from "./order-summary"

/** `/account`: the customer's points and orders; guests log in first. */
export function AccountPage() {
  const { customer } = useSession()
  if (customer === undefined) {
    return <Loading />
  }
  return customer ? <Account customer={customer} /> : <Navigate to="/login?next=/account" replace />
}

function Account({ customer }: { customer: HttpTypes.StoreCustomer }) {
  const text = useTexts(ACCOUNT)
  const { config } = useBackend()
  return (
    <Page title={text("title")} header={<AccountHeader customer={customer} />}>
      <div className="account">
        <PointsBalance currencyCode={config.currency_code} />
        <section className="account-orders" aria-labelledby="account-orders">
          <h2 id="account-orders">{text("orders")}</h2>
          <OrderSummary />
          <OrderList customerId={customer.id} />
        </section>
        <ExpiryReminders />
        <PointsHistory pageSize={10} />
      </div>
    </Page>
  )
}

function AccountHeader({ customer }: { customer: HttpTypes.StoreCustomer }) {
  const text = useTexts(ACCOUNT)
  const { logOut } = useSession()
  return (
    <div className="account-header">
      <h1>{text("hello", { name: customer.first_name || customer.email })}</h1>
      <button type="button" className="button button-quiet" onClick={() => void logOut()}>
        {text("logOut")}
      </button>
    </div>
  )
}
