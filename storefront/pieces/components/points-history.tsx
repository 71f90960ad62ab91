import { useId } from "react"
import { useLoyaltyContext } from "../context"
import { useLoyaltyTransactions } from "../data/use-transactions"
import { expiryToTell, titleOf } from "../lib/phrases"
import type { LoyaltyTransaction } from "../types"
import { Button } from "./parts/button"
import { LoadError, Loading } from "./parts/states"

export interface PointsHistoryProps {
  /** Lines shown initially and added by "Show more"; 10 by default. */
  pageSize?: number
}

/** The history of the customer's points. Nothing for guests. */
export function PointsHistory({ pageSize }: PointsHistoryProps) {
  const { texts, language, customerId } = useLoyaltyContext()
  const titleId = useId()
  if (customerId === null) {
    return null
  }
  return (
    <section className="loyalty-card loyalty-history" lang={language} aria-labelledby={titleId}>
      <h2 className="loyalty-title" id={titleId}>
        {texts.say("historyTitle")}
      </h2>
      <History pageSize={pageSize} />
    </section>
  )
}

function History({ pageSize }: PointsHistoryProps) {
  const { texts } = useLoyaltyContext()
  const history = useLoyaltyTransactions({ pageSize })
  const { transactions, error, refresh } = history
  if (!transactions) {
    return error ? <LoadError error={error} onRetry={refresh} /> : <Loading lines={4} />
  }
  if (transactions.length === 0) {
    return <p className="loyalty-muted">{texts.say("historyEmpty")}</p>
  }
  return (
    <>
      <ul className="loyalty-history-list">
        {transactions.map((transaction) => (
          <HistoryLine key={transaction.id} transaction={transaction} />
        ))}
      </ul>
      {error && <LoadError error={error} onRetry={refresh} />}
      {history.hasMore && !error && (
        <Button onPress={history.loadMore} isBusy={history.isLoadingMore}>
          {texts.say("historyMore")}
        </Button>
      )}
    </>
  )
}

function HistoryLine({ transaction }: { transaction: LoyaltyTransaction }) {
  const { texts, formats } = useLoyaltyContext()
  const { points, occurred_at, balance_after } = transaction
  const expiry = expiryToTell(transaction)
  return (
    <li className="loyalty-history-line">
      <span className="loyalty-history-what">
        <span>{titleOf(transaction, { texts, formats })}</span>
        <span className="loyalty-muted">
          <time dateTime={occurred_at}>{formats.date(occurred_at)}</time>
          {expiry && ` · ${texts.say("historyValidUntil", { date: formats.lastDay(expiry) })}`}
        </span>
      </span>
      <span className="loyalty-history-figures">
        <strong className={points > 0 ? "loyalty-plus" : undefined}>
          {formats.signed(points)}
        </strong>
        <span className="loyalty-muted">
          {texts.say("historyBalance", { points: formats.number(balance_after) })}
        </span>
      </span>
    </li>
  )
}
