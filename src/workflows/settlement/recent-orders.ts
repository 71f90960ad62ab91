import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

const PAGE = 100

/** Where changes to an order show: some touch only its payments or its fulfillments. */
const TRACES = ["order", "payment_collection", "fulfillment"] as const

type Trace = (typeof TRACES)[number]
type Row = { id: string; order?: { id: string } | null }

/** The orders that changed since a moment, each once, in pages with a stable order. */
export async function* recentOrderIds(
  container: MedusaContainer,
  since: Date
): AsyncGenerator<string> {
  const told = new Set<string>()
  for (const trace of TRACES) {
    for await (const row of rowsSince(container, trace, since)) {
      const orderId = trace === "order" ? row.id : row.order?.id
      if (orderId && !told.has(orderId)) {
        told.add(orderId)
        yield orderId
      }
    }
  }
}

async function* rowsSince(
  container: MedusaContainer,
  entity: Trace,
  since: Date
): AsyncGenerator<Row> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = entity === "order" ? ["id"] : ["id", "order.id"]
  let last = ""
  for (;;) {
    const { data } = await query.graph({
      entity,
      fields,
      filters: { id: { $gt: last }, updated_at: { $gte: since } },
      pagination: { take: PAGE, skip: 0, order: { id: "ASC" } },
    })
    const rows = data as Row[]
    yield* rows
    if (rows.length < PAGE) {
      return
    }
    last = rows.at(-1)?.id ?? last
  }
}
