import { clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { HttpLoyaltyTransaction } from "../../../src/types/http"
import { useFormats } from "../../shared/locale"
import { KindBadge } from "./kind-badge"
import { pointsColor } from "./kinds"
import { accountPath } from "./position"

type TransactionLinksProps = { label: string; transactions: readonly HttpLoyaltyTransaction[] }

/** A few transactions, each with a link to its place in the account's journal. */
export function TransactionLinks({ label, transactions }: TransactionLinksProps) {
  return (
    <ul className="flex flex-col gap-y-1" aria-label={label}>
      {transactions.map((transaction) => (
        <TransactionLink key={transaction.id} transaction={transaction} />
      ))}
    </ul>
  )
}

function TransactionLink({ transaction }: { transaction: HttpLoyaltyTransaction }) {
  const { signed, date } = useFormats()
  const { id, account_id, kind, points, occurred_at } = transaction
  return (
    <li>
      <Link
        to={accountPath(account_id, id)}
        className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus transition-fg txt-compact-small flex items-center gap-x-3 rounded-md px-3 py-1.5 outline-none"
      >
        <KindBadge kind={kind} />
        <time dateTime={occurred_at} className="text-ui-fg-subtle flex-1">
          {date(occurred_at)}
        </time>
        <span className={clx("tabular-nums", pointsColor(points))}>{signed(points)}</span>
      </Link>
    </li>
  )
}
