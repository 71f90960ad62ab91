import { Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { HttpLoyaltyAccountWithCustomer } from "../../src/types/http"
import { useText } from "../shared/locale"
import { Loading, LoadError } from "../shared/states"
import { useAccount } from "./accounts"
import { AdjustPoints } from "./adjust/adjust-points"
import { ClosedNote } from "./closed"
import { nameOf } from "./customer-name"
import { FigureGrid } from "./figure-grid"
import { useFigures } from "./figures"
import { LotsTable } from "./lots/lots-table"
import { MergeAccount } from "./merge/merge-account"
import { OtherWallets } from "../wallets/other-wallets"
import { WalletBadge } from "../wallets/wallet-badge"
import { TransactionsTable } from "./journal/transactions-table"

/** An account: its customer, its figures, its whole journal and its lots. */
export function AccountPage({ id }: { id: string }) {
  const { data: account, error, isPending, refetch } = useAccount(id)
  if (isPending) {
    return (
      <Container className="p-0">
        <Loading lines={8} />
      </Container>
    )
  }
  if (error) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} />
      </Container>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Summary account={account} />
      <Container className="overflow-hidden p-0">
        <TransactionsTable accountId={account.id} />
      </Container>
      <Container className="overflow-hidden p-0">
        <LotsTable accountId={account.id} />
      </Container>
    </div>
  )
}

function Summary({ account }: { account: HttpLoyaltyAccountWithCustomer }) {
  const figures = useFigures(account)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <Owner account={account} />
        {!account.closed_at && (
          <div className="flex shrink-0 items-center gap-x-2">
            <MergeAccount key={account.id} account={account} />
            <AdjustPoints account={account} />
          </div>
        )}
      </div>
      <ClosedNote account={account} />
      <FigureGrid figures={figures} className="md:grid-cols-4 xl:grid-cols-7" />
      <OtherWallets account={account} />
    </Container>
  )
}

function Owner({
  account: { customer, customer_id, wallet },
}: {
  account: HttpLoyaltyAccountWithCustomer
}) {
  const t = useText()
  if (!customer) {
    return (
      <div className="min-w-0">
        <div className="flex items-center gap-x-2">
          <Heading level="h1">{t("account.deletedCustomer")}</Heading>
          <WalletBadge code={wallet} />
        </div>
        <Text size="small" className="text-ui-fg-subtle truncate">
          {customer_id}
        </Text>
      </div>
    )
  }
  const name = nameOf(customer)
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-x-2">
        <Heading level="h1" className="truncate">
          {name || customer.email}
        </Heading>
        <WalletBadge code={wallet} />
      </div>
      <Text size="small" className="truncate">
        <Link
          to={`/customers/${customer.id}`}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg"
        >
          {name && customer.email ? customer.email : t("account.viewCustomer")}
        </Link>
      </Text>
    </div>
  )
}
