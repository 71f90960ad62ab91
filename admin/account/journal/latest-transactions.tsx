import { useText } from "../../shared/locale"
import { Empty, Loading, LoadError } from "../../shared/states"
import { useTransactions } from "./journal"
import { TransactionLinks } from "./transaction-links"

const SHOWN = 5

/** The last few lines of an account's journal. */
export function LatestTransactions({ accountId }: { accountId: string }) {
  const t = useText()
  const page = useTransactions(accountId, { limit: SHOWN, offset: 0 })
  if (page.isPending) {
    return <Loading lines={SHOWN} />
  }
  if (page.error) {
    return <LoadError error={page.error} onRetry={page.refetch} />
  }
  if (page.data.count === 0) {
    return <Empty title={t("account.journal.empty")}>{t("account.journal.emptyText")}</Empty>
  }
  return (
    <div className="px-3 py-3">
      <TransactionLinks label={t("account.latest")} transactions={page.data.loyalty_transactions} />
    </div>
  )
}
