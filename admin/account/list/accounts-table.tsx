import { Container, DataTable, Heading, useDataTable } from "@medusajs/ui"
import type { MouseEvent } from "react"
import { useNavigate } from "react-router-dom"
import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { useText } from "../../shared/locale"
import { LoadError } from "../../shared/states"
import { useAccounts } from "../accounts"
import { WalletSelect } from "../../wallets/wallet-select"
import { useAccountColumns } from "./accounts-columns"
import { toOrder, toSorting } from "./list-state"
import { usePaging } from "../paged-table"
import { accountPath } from "../journal/position"
import { useListState } from "./use-list-state"

const LIMIT = 20
const DEFAULT_ORDER = "-updated_at"

/** All accounts, searched, sorted and paged by the server. */
export function AccountsTable() {
  const t = useText()
  const { table, wallet, chooseWallet, error, refetch } = useAccountsTable()
  const emptyState = useEmptyState()
  const paging = usePaging()
  return (
    <Container className="overflow-hidden p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
          <Heading level="h2">{t("account.list.title")}</Heading>
          <WalletSelect value={wallet} onChange={chooseWallet} withAll />
          <DataTable.Search
            placeholder={t("account.list.search")}
            aria-label={t("account.list.search")}
            className="w-full sm:w-64"
          />
        </DataTable.Toolbar>
        {error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <>
            <DataTable.Table emptyState={emptyState} />
            <DataTable.Pagination translations={paging} />
          </>
        )}
      </DataTable>
    </Container>
  )
}

function useAccountsTable() {
  const { q, wallet, order, offset, change } = useListState()
  const request = { limit: LIMIT, offset: offset ?? 0, order: order ?? DEFAULT_ORDER }
  const { data, error, isPending, refetch } = useAccounts({
    ...request,
    ...(q && { q }),
    ...(wallet && { wallet }),
  })
  const openAccount = useOpenAccount()
  const table = useDataTable({
    data: data?.loyalty_accounts ?? [],
    columns: useAccountColumns(),
    getRowId: ({ id }) => id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    onRowClick: openAccount,
    autoResetPageIndex: false,
    search: { state: q, onSearchChange: (text) => change({ q: text }) },
    sorting: {
      state: toSorting(request.order),
      onSortingChange: (sorting) => change({ order: sorting ? toOrder(sorting) : null }),
    },
    pagination: {
      state: { pageIndex: Math.floor(request.offset / LIMIT), pageSize: LIMIT },
      onPaginationChange: ({ pageIndex }) => change({ offset: pageIndex * LIMIT || null }),
    },
  })
  const chooseWallet = (code: string | null) => change({ wallet: code })
  return { table, wallet, chooseWallet, error, refetch }
}

/** Opens an account when its row is clicked, unless the click is on a link or opens a new tab. */
function useOpenAccount() {
  const navigate = useNavigate()
  return (event: MouseEvent, { id }: HttpLoyaltyAccountWithCustomer) => {
    const isLink = event.target instanceof Element && event.target.closest("a")
    if (!isLink) {
      void navigate(accountPath(id))
    }
  }
}

function useEmptyState() {
  const t = useText()
  return {
    empty: { heading: t("account.list.empty"), description: t("account.list.emptyText") },
    filtered: { heading: t("account.list.noMatch"), description: t("account.list.noMatchText") },
  }
}
