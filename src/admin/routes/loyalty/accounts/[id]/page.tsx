import { useParams } from "react-router-dom"
import { AccountPage } from "../../../../../../admin/account/account-page"

export default function LoyaltyAccountRoute() {
  const { id = "" } = useParams()
  return <AccountPage id={id} />
}
