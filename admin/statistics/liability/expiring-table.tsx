import { Table, Text } from "@medusajs/ui"
import { useId } from "react"
import { useFormats, useText } from "../../shared/locale"
import type { HttpLiabilityGroup } from "./liability"

type ExpiringTableProps = { group: HttpLiabilityGroup; asOf: string }

/** The outstanding points of a currency and their value, by the month in which they expire. */
export function ExpiringTable({ group, asOf }: ExpiringTableProps) {
  const t = useText()
  const { dateTime, month } = useFormats()
  const titleId = useId()
  if (group.expiring.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 pb-5">
        {t("statistics.liability.noneOutstanding")}
      </Text>
    )
  }
  return (
    <>
      <Text id={titleId} size="small" weight="plus" className="px-6 pb-2">
        {t("statistics.liability.outstanding", { time: dateTime(asOf) })}
      </Text>
      <Table aria-labelledby={titleId} className="border-t">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("statistics.liability.month")}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="text-right">
              {t("statistics.liability.points")}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className="text-right">
              {t("statistics.liability.value")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {group.expiring.map((part) => (
            <PointsRow
              key={part.month}
              name={part.month ? month(part.month) : t("statistics.liability.never")}
              points={part.points}
              value={part.value}
              currencyCode={group.value_currency_code}
            />
          ))}
          <PointsRow
            name={t("statistics.liability.total")}
            points={group.outstanding}
            value={group.value}
            currencyCode={group.value_currency_code}
            isSum
          />
        </Table.Body>
      </Table>
    </>
  )
}

type PointsRowProps = {
  name: string
  points: number
  value: number | null
  currencyCode: string | null
  isSum?: boolean
}

function PointsRow({ name, points, value, currencyCode, isSum = false }: PointsRowProps) {
  const { number, money } = useFormats()
  return (
    <Table.Row className={isSum ? "txt-compact-small-plus text-ui-fg-base" : undefined}>
      <Table.Cell>{name}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{number(points)}</Table.Cell>
      <Table.Cell className="whitespace-nowrap text-right tabular-nums">
        {value === null || currencyCode === null ? "–" : money(value, currencyCode)}
      </Table.Cell>
    </Table.Row>
  )
}
