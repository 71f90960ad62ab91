import { useText } from "../shared/locale"
import { useAccount } from "./accounts"
import { nameOf } from "./customer-name"

/** The account's customer, for the dashboard's top bar. */
export function AccountBreadcrumb({ id }: { id: string }) {
  const t = useText()
  const { data: account } = useAccount(id)
  if (!account) {
    return null
  }
  const { customer } = account
  return <span>{customer ? nameOf(customer) || customer.email : t("account.deletedCustomer")}</span>
}
