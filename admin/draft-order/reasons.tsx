import { Text } from "@medusajs/ui"
import type { HttpLoyaltyQuote } from "../../src/types/http"
import { useFormats, useText } from "../shared/locale"

/** Why a draft cannot be paid with points, worded for the merchant. */
export function Reasons({ quote }: { quote: HttpLoyaltyQuote }) {
  const t = useText()
  const { money } = useFormats()
  const { available, order_total, currency_code } = quote
  return (
    <ul className="flex flex-col gap-y-2 px-6 py-4">
      {quote.reasons.map(({ code, message }) => (
        <Text key={code} size="small" className="text-ui-fg-subtle" asChild>
          <li>
            {t(`draft.reasons.${code}`, {
              points: t("points", { count: Math.max(available, 0) }),
              total: money(order_total, currency_code),
              currency: currency_code.toUpperCase(),
              defaultValue: message,
            })}
          </li>
        </Text>
      ))}
    </ul>
  )
}
