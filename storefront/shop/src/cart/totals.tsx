import type { ReactNode } from "react"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { CART } from "./messages"
import { pointsOf } from "./points-of"

/** The parts of a cart's or an order's total; money in major units. */
export interface Sums {
  currency_code: string
  items?: Parameters<typeof pointsOf>[0] | null
  original_item_total: number
  discount_total: number
  shipping_total: number
  tax_total: number
  total: number
}

/** Less than any currency's smallest coin. */
const NOTHING = 0.0005

interface TotalsProps {
  sums: Sums
  /** False until the shopper has chosen a delivery method. */
  hasDelivery: boolean
  totalLabel?: string
}

/** How the total is made up, line by line. */
export function Totals({ sums, hasDelivery, totalLabel }: TotalsProps) {
  const text = useTexts(CART)
  const { money } = useFormat()
  const inMoney = (amount: number) => money(amount, sums.currency_code)
  const points = pointsOf(sums.items ?? []).amount
  const promotions = sums.discount_total - points
  return (
    <dl className="totals">
      <Row label={text("items")}>{inMoney(sums.original_item_total)}</Row>
      {promotions > NOTHING && <Row label={text("promotions")}>{inMoney(-promotions)}</Row>}
      {points > NOTHING && <Row label={text("points")}>{inMoney(-points)}</Row>}
      <Row label={text("delivery")}>
        {hasDelivery ? inMoney(sums.shipping_total) : text("deliveryLater")}
      </Row>
      <Row label={totalLabel ?? text("total")} className="totals-total">
        {inMoney(sums.total)}
        <span className="totals-tax">{text("tax", { amount: inMoney(sums.tax_total) })}</span>
      </Row>
    </dl>
  )
}

interface RowProps {
  label: string
  className?: string
  children: ReactNode
}

function Row({ label, className = "", children }: RowProps) {
  return (
    <div className={`totals-row ${className}`}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
