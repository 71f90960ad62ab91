import { InlineTip, Text } from "@medusajs/ui"
import type { HttpLoyaltyOrder, HttpLoyaltyRedemption } from "../../src/types/http"
import { useFormats, useText } from "../shared/locale"

type UsedPointsProps = { order: HttpLoyaltyOrder; redemption: HttpLoyaltyRedemption }

/** The points used on the order and their discount, and what is left of it after a return. */
export function UsedPoints({ order, redemption }: UsedPointsProps) {
  const t = useText()
  const { money } = useFormats()
  const { status, points, discount, currency_code } = redemption
  const { points_redeemed } = order
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Paid
        name={t(status === "held" ? "order.onHold" : "order.used")}
        points={points}
        discount={discount}
        currencyCode={currency_code}
      />
      {points_redeemed > 0 && points_redeemed < points && (
        <Paid
          name={t("order.stillUsed")}
          points={points_redeemed}
          discount={order.discount}
          currencyCode={currency_code}
        />
      )}
      {order.discount_dropped > 0 && (
        <InlineTip label={t("order.droppedLabel")} variant="warning">
          {t("order.dropped", { amount: money(order.discount_dropped, currency_code) })}
        </InlineTip>
      )}
    </div>
  )
}

type PaidProps = { name: string; points: number; discount: number; currencyCode: string }

function Paid({ name, points, discount, currencyCode }: PaidProps) {
  const t = useText()
  const { money } = useFormats()
  return (
    <div className="grid grid-cols-2 items-start gap-x-4">
      <Text size="small" leading="compact" weight="plus" className="text-ui-fg-subtle">
        {name}
      </Text>
      <div className="text-right">
        <Text size="small" leading="compact" className="tabular-nums">
          {t("points", { count: points })}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle pt-0.5 tabular-nums">
          {t("order.discount", { amount: money(discount, currencyCode) })}
        </Text>
      </div>
    </div>
  )
}
