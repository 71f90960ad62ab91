import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { sumDecimals, toNumber } from "../../../../domain/shared/decimal"
import { toDecimal } from "../../../../workflows/shared/money"

type CurrencySummary = { currency_code: string; count: number; total: number }

/**
 * `total` is in `currency_code`, the currency the customer ordered in most often: sums of different
 * currencies mean nothing. `by_currency` tells all of them.
 */
export type OrderSummary = {
  count: number
  total: number
  currency_code: string | null
  by_currency: CurrencySummary[]
}

type OrderRow = {
  currency_code: string
  summary?: { current_order_total?: BigNumberInput } | null
}

/** Number and value of a customer's orders, canceled ones left out. */
export async function summarizeOrders(
  container: MedusaContainer,
  customerId: string
): Promise<OrderSummary> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "currency_code", "summary.*"],
    filters: { customer_id: customerId, is_draft_order: false, canceled_at: null },
  })
  const orders = data as unknown as OrderRow[]
  const by_currency = [...new Set(orders.map(({ currency_code }) => currency_code))]
    .map((code) => summarizeCurrency(code, orders))
    .sort((a, b) => b.count - a.count)
  return {
    count: orders.length,
    total: by_currency[0]?.total ?? 0,
    currency_code: by_currency[0]?.currency_code ?? null,
    by_currency,
  }
}

function summarizeCurrency(currency_code: string, all: OrderRow[]): CurrencySummary {
  const orders = all.filter((order) => order.currency_code === currency_code)
  const totals = orders.map(({ summary }) => toDecimal(summary?.current_order_total ?? 0))
  return { currency_code, count: orders.length, total: toNumber(sumDecimals(totals)) }
}
