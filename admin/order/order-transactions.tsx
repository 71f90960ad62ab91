import { Text } from "@medusajs/ui"
import type { HttpLoyaltyOrder } from "../../src/types/http"
import { TransactionLinks } from "../account/journal/transaction-links"
import { useFormats, useText } from "../shared/locale"

/** An order's transactions, and until when its earned points are pending. */
export function OrderTransactions({ order }: { order: HttpLoyaltyOrder }) {
  const t = useText()
  const { date } = useFormats()
  return (
    <div className="px-3 py-3">
      <TransactionLinks label={t("order.transactions")} transactions={order.transactions} />
      {order.pending_until && (
        <Text size="small" className="text-ui-fg-subtle px-3 pt-2">
          {t("order.pendingUntil", { date: date(order.pending_until) })}
        </Text>
      )}
    </div>
  )
}
