import { Table, clx } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { Link } from "react-router-dom"
import type { HttpLoyaltyTransaction } from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { KindBadge } from "./kind-badge"
import { pointsColor } from "./kinds"

type TransactionRowProps = {
  transaction: HttpLoyaltyTransaction
  /** As the dashboard shows it; undefined while unknown. */
  orderNumber: string | undefined
  userName: string | undefined
  /** Whether the address names this transaction: it is then highlighted and scrolled to. */
  isMarked: boolean
}

/** A line of the journal. */
export function TransactionRow({ transaction, isMarked, ...names }: TransactionRowProps) {
  const { signed, number, lastDay, dateTime } = useFormats()
  const ref = useScrollTo(isMarked)
  const { kind, points, balance_after, occurred_at, program_version, expires_at } = transaction
  return (
    <Table.Row
      ref={ref}
      id={transaction.id}
      aria-current={isMarked || undefined}
      className={clx({ "bg-ui-bg-highlight hover:bg-ui-bg-highlight-hover": isMarked })}
    >
      <Table.Cell className="whitespace-nowrap">
        <time dateTime={occurred_at}>{dateTime(occurred_at)}</time>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <KindBadge kind={kind} />
      </Table.Cell>
      <Table.Cell className={clx("text-right tabular-nums", pointsColor(points))}>
        {signed(points)}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{number(balance_after)}</Table.Cell>
      <Table.Cell className="min-w-40">
        <About transaction={transaction} orderNumber={names.orderNumber} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <Actor transaction={transaction} userName={names.userName} />
      </Table.Cell>
      <Table.Cell>{program_version === null ? "–" : `v${program_version}`}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {expires_at ? lastDay(expires_at) : "–"}
      </Table.Cell>
    </Table.Row>
  )
}

/** Brings a row into view once. */
function useScrollTo(isMarked: boolean) {
  const ref = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isMarked) {
      ref.current?.scrollIntoView({ block: "center" })
    }
  }, [isMarked])
  return ref
}

type AboutProps = Pick<TransactionRowProps, "transaction" | "orderNumber">

function About({ transaction: { order_id, reason }, orderNumber = "" }: AboutProps) {
  const t = useText()
  if (!order_id) {
    return reason ?? "–"
  }
  return (
    <>
      <Link
        to={`/orders/${order_id}`}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg whitespace-nowrap"
      >
        {t("account.journal.order", { number: orderNumber }).trim()}
      </Link>
      {reason && <span className="text-ui-fg-subtle block">{reason}</span>}
    </>
  )
}

type ActorProps = Pick<TransactionRowProps, "transaction" | "userName">

/** Who did it: a dashboard user by name, others by type. */
function Actor({ transaction: { actor_type, actor_id }, userName }: ActorProps) {
  const t = useText()
  if (!actor_type) {
    return t("account.actors.system")
  }
  return userName ?? t(`account.actors.${actor_type}`, { defaultValue: actor_id ?? actor_type })
}
