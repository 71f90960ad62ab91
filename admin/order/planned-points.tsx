import { Clock } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { HttpLoyaltyOrder } from "../../src/types/http"
import { useText } from "../shared/locale"
import { pointsStillToEarn } from "./still-to-earn"

/** What the order will earn, and when. */
export function PlannedPoints({ order }: { order: HttpLoyaltyOrder }) {
  const t = useText()
  const points = t("points", { count: pointsStillToEarn(order) })
  const moment = order.earn_on ?? "later"
  const isMore = order.points_earned > 0
  return (
    <div className="text-ui-fg-subtle flex items-start gap-x-2 px-6 py-4">
      <Clock aria-hidden className="text-ui-fg-muted mt-0.5 shrink-0" />
      <Text size="small">
        {t(`${isMore ? "order.willEarnMore" : "order.willEarn"}.${moment}`, {
          points,
          defaultValue: t("order.willEarn.later", { points }),
        })}
      </Text>
    </div>
  )
}
