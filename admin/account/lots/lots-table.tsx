import { StatusBadge, Table } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { HttpLoyaltyLot } from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { Empty, Loading, LoadError } from "../../shared/states"
import { useLots } from "../journal/journal"
import { type LotStatus, lotStatus } from "./lot-status"
import { PagedTable, TableTitle } from "../paged-table"
import { useListState } from "../list/use-list-state"

const LIMIT = 10

/** An account's points by when they were credited and when they expire. */
export function LotsTable({ accountId }: { accountId: string }) {
  const t = useText()
  const { offset: asked, change } = useListState("lots_")
  const offset = asked ?? 0
  const page = useLots(accountId, { limit: LIMIT, offset })
  const columns = useColumns()
  if (page.isPending || page.error || page.data.count === 0) {
    return (
      <>
        <TableTitle title={t("account.lots.title")} />
        {page.isPending && <Loading />}
        {page.error && <LoadError error={page.error} onRetry={page.refetch} />}
        {page.data?.count === 0 && <Empty title={t("account.lots.empty")} />}
      </>
    )
  }
  return (
    <PagedTable
      title={t("account.lots.title")}
      columns={columns}
      count={page.data.count}
      offset={offset}
      limit={LIMIT}
      onOffset={(next) => change({ offset: next || null })}
      isStale={page.isPlaceholderData}
    >
      {page.data.loyalty_lots.map((lot) => (
        <LotRow key={lot.id} lot={lot} />
      ))}
    </PagedTable>
  )
}

function useColumns() {
  const t = useText()
  return [
    { name: t("account.lots.created") },
    { name: t("account.lots.points"), isNumber: true },
    { name: t("account.lots.remaining"), isNumber: true },
    { name: t("account.lots.available") },
    { name: t("account.lots.expires") },
    { name: t("account.lots.status") },
  ]
}

const COLORS: Record<LotStatus, ComponentProps<typeof StatusBadge>["color"]> = {
  available: "green",
  pending: "orange",
  spent: "grey",
  expired: "red",
  ended: "grey",
}

function LotRow({ lot }: { lot: HttpLoyaltyLot }) {
  const t = useText()
  const { number, date, lastDay } = useFormats()
  const status = lotStatus(lot, new Date())
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">{date(lot.created_at)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{number(lot.points)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{number(lot.remaining)}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">{date(lot.available_at)}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {lot.expires_at ? lastDay(lot.expires_at) : t("account.lots.never")}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <StatusBadge color={COLORS[status]}>{t(`account.lots.statuses.${status}`)}</StatusBadge>
      </Table.Cell>
    </Table.Row>
  )
}
