import { type UIMatch, useParams } from "react-router-dom"
import { AccountPage } from "../../../../../../admin/account/account-page"
import { AccountBreadcrumb } from "../../../../../../admin/account/breadcrumb"

export default function LoyaltyAccountRoute() {
  const { id = "" } = useParams()
  return <AccountPage id={id} />
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <AccountBreadcrumb id={params.id ?? ""} />,
}
