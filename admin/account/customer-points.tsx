import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { HttpLoyaltyAccount } from "../../src/types/http"
import { useText } from "../shared/locale"
import { Section } from "../shared/section"
import { Empty, Unloaded } from "../shared/states"
import { useCustomerAccount } from "./accounts"
import { AdjustPoints } from "./adjust/adjust-points"
import { ClosedNote } from "./closed"
import { FigureNotes } from "./figure-grid"
import { useFigures } from "./figures"
import { LatestTransactions } from "./journal/latest-transactions"
import { OtherWallets } from "../wallets/other-wallets"
import { accountPath } from "./journal/position"

type CustomerPointsProps = { customer: { id: string; has_account: boolean } }

/** A customer's points: figures, latest transactions, and a button to adjust them. */
export function CustomerPoints({ customer }: CustomerPointsProps) {
  const t = useText()
  if (!customer.has_account) {
    return (
      <Section title={t("account.heading")}>
        <Empty title={t("account.guest.title")}>{t("account.guest.text")}</Empty>
      </Section>
    )
  }
  return <MemberPoints customerId={customer.id} />
}

function MemberPoints({ customerId }: { customerId: string }) {
  const t = useText()
  const query = useCustomerAccount(customerId)
  const account = query.data
  return (
    <Section
      title={t("account.heading")}
      actions={account && !account.closed_at && <AdjustPoints account={account} />}
    >
      {account ? <Points account={account} /> : <Unloaded query={query} lines={5} />}
    </Section>
  )
}

function Points({ account }: { account: HttpLoyaltyAccount }) {
  return (
    <>
      <ClosedNote account={account} />
      <Figures account={account} />
      <OtherWallets account={account} />
      <LatestTransactions accountId={account.id} />
      <AllTransactions accountId={account.id} />
    </>
  )
}

function Figures({ account }: { account: HttpLoyaltyAccount }) {
  const figures = useFigures(account)
  return (
    <dl className="flex flex-col gap-y-3 px-6 py-4">
      {figures.map(({ name, value, notes = [] }) => (
        <div key={name} className="txt-compact-small grid grid-cols-2 items-start gap-x-4">
          <dt className="text-ui-fg-subtle txt-compact-small-plus">{name}</dt>
          <dd className="text-right">
            <span className="tabular-nums">{value}</span>
            <FigureNotes notes={notes} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function AllTransactions({ accountId }: { accountId: string }) {
  const t = useText()
  return (
    <Text size="small" leading="compact" className="px-6 py-4">
      <Link
        to={accountPath(accountId)}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg"
      >
        {t("account.viewAll")}
      </Link>
    </Text>
  )
}
