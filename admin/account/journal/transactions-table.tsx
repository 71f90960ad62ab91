import { useSearchParams } from "react-router-dom"
import { useText } from "../../shared/locale"
import { Empty, Loading, LoadError } from "../../shared/states"
import { useTransactions } from "./journal"
import { useOrderNumbers, useUserNames } from "./names"
import { PagedTable, TableTitle } from "../paged-table"
import { pageOffsetOf } from "./position"
import { TransactionRow } from "./transaction-row"
import { useListState } from "../list/use-list-state"

const LIMIT = 20

/** An account's journal; a transaction named in the address is shown and marked. */
export function TransactionsTable({ accountId }: { accountId: string }) {
  const t = useText()
  const { page, offset, change, marked } = usePage(accountId)
  const rows = page.data?.loyalty_transactions ?? []
  const orders = useOrderNumbers(rows.map(({ order_id }) => order_id))
  const users = useUserNames(rows.map((row) => (row.actor_type === "user" ? row.actor_id : null)))
  const columns = useColumns()
  if (page.isPending || page.error || page.data.count === 0) {
    return (
      <>
        <TableTitle title={t("account.journal.title")} />
        {page.isPending && <Loading lines={5} />}
        {page.error && <LoadError error={page.error} onRetry={page.refetch} />}
        {page.data?.count === 0 && (
          <Empty title={t("account.journal.empty")}>{t("account.journal.emptyText")}</Empty>
        )}
      </>
    )
  }
  return (
    <PagedTable
      title={t("account.journal.title")}
      columns={columns}
      count={page.data.count}
      offset={offset}
      limit={LIMIT}
      onOffset={(next) => change({ offset: next })}
      isStale={page.isPlaceholderData}
    >
      {rows.map((row) => (
        <TransactionRow
          key={row.id}
          transaction={row}
          orderNumber={row.order_id ? orders[row.order_id] : undefined}
          userName={row.actor_id ? users[row.actor_id] : undefined}
          isMarked={row.id === marked}
        />
      ))}
    </PagedTable>
  )
}

/** The page requested in the address, or else the one with the transaction it names. */
function usePage(accountId: string) {
  const { offset: asked, change } = useListState()
  const [params] = useSearchParams()
  const marked = params.get("transaction")
  const first = useTransactions(accountId, { limit: LIMIT, offset: 0 })
  const found = marked && first.data ? pageOffsetOf(marked, first.data.count, LIMIT) : 0
  const offset = asked ?? found
  const page = useTransactions(accountId, { limit: LIMIT, offset })
  return { page, offset, change, marked }
}

function useColumns() {
  const t = useText()
  return [
    { name: t("account.journal.date") },
    { name: t("account.journal.kind") },
    { name: t("account.journal.points"), isNumber: true },
    { name: t("account.journal.balance"), isNumber: true },
    { name: t("account.journal.about") },
    { name: t("account.journal.actor") },
    { name: t("account.journal.rules") },
    { name: t("account.journal.expires") },
  ]
}
