import { ArrowRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useFormContext, useWatch } from "react-hook-form"
import { useFormats, useText } from "../../shared/locale"
import { type AdjustmentInput, balanceAfter } from "./adjustment"

/** The balance now and the balance that what is typed leads to, told as it changes. */
export function AdjustPreview({ balance }: { balance: number }) {
  const t = useText()
  const { number } = useFormats()
  const { control } = useFormContext<AdjustmentInput>()
  const [direction, points] = useWatch({ control, name: ["direction", "points"] })
  const after = balanceAfter(balance, { direction, points })
  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-center justify-between gap-x-4 rounded-md px-4 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t(after === null ? "account.adjust.balance" : "account.adjust.newBalance")}
      </Text>
      <p className="txt-compact-medium-plus flex items-center gap-x-2 tabular-nums" role="status">
        <span className={after === null ? undefined : "text-ui-fg-subtle"}>{number(balance)}</span>
        {after !== null && (
          <>
            <ArrowRightMini aria-hidden className="text-ui-fg-muted" />
            <span className={after < 0 ? "text-ui-fg-error" : undefined}>{number(after)}</span>
          </>
        )}
      </p>
    </div>
  )
}
