import { AccountsTable } from "../account/list/accounts-table"
import { LiabilitySection } from "./liability/liability-section"
import { Overview } from "./overview"

/** The merchant's overview: key figures, a chart over time, all accounts, and what is owed. */
export function LoyaltyPage() {
  return (
    <div className="flex flex-col gap-y-3">
      <Overview />
      <AccountsTable />
      <LiabilitySection />
    </div>
  )
}
