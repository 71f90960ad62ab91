import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { toNumber } from "../../../../domain/shared/decimal"
import { toDecimal } from "../../../../workflows/shared/money"

type CurrencySummary = { currency_code: string; count: number; total: number }
/** `total` is a decimal number as text. */
type CurrencyRow = Omit<CurrencySummary, "total"> & { total: string }

/**
 * `total` is in `currency_code`, the currency the customer ordered in most often: sums of different
 * currencies mean nothing. `by_currency` tells all of them, that one first.
 */
export type OrderSummary = {
  count: number
  total: number
  currency_code: string | null
  by_currency: CurrencySummary[]
}

/**
 * Query makes an entity of each order to add up a number of it: ten orders already cost more than
 * the rest of the page. What is assumed of these tables stands in docs/platform-assumptions.md.
 */
const ORDERS_BY_CURRENCY = `
  SELECT placed.currency_code,
    count(*)::int AS count,
    coalesce(sum((summary.totals ->> 'current_order_total')::numeric), 0)::text AS total
  FROM "order" placed
  LEFT JOIN order_summary summary
    ON summary.order_id = placed.id
    AND summary.version = placed.version
    AND summary.deleted_at IS NULL
  WHERE placed.customer_id = ?
    AND NOT placed.is_draft_order
    AND placed.canceled_at IS NULL
    AND placed.deleted_at IS NULL
  GROUP BY placed.currency_code
  ORDER BY count(*) DESC, placed.currency_code`

/** Number and value of a customer's orders, canceled ones and drafts left out. */
export async function summarizeOrders(
  container: MedusaContainer,
  customerId: string
): Promise<OrderSummary> {
  const connection = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw<{ rows: CurrencyRow[] }>(ORDERS_BY_CURRENCY, [customerId])
  const by_currency = rows.map((row) => ({ ...row, total: toNumber(toDecimal(row.total)) }))
  return {
    count: by_currency.reduce((sum, { count }) => sum + count, 0),
    total: by_currency[0]?.total ?? 0,
    currency_code: by_currency[0]?.currency_code ?? null,
    by_currency,
  }
}
