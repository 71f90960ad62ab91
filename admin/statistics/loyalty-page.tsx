import { AccountsTable } from "../account/list/accounts-table"
import { Overview } from "./overview"

/** The merchant's view of the whole: key figures, a chart over time, and all accounts. */
export function LoyaltyPage() {
  return (
    <div className="flex flex-col gap-y-3">
      <Overview />
      <AccountsTable />
    </div>
  )
}
