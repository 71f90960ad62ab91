import { ArrowRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useFormats } from "../shared/locale"

type BalanceChangeProps = {
  label: string
  from: number
  /** null while the input does not lead to a balance. */
  to: number | null
}

/** The current balance and the one that a form leads to, announced as it changes. */
export function BalanceChange({ label, from, to }: BalanceChangeProps) {
  const { number } = useFormats()
  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-center justify-between gap-x-4 rounded-md px-4 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {label}
      </Text>
      <p className="txt-compact-medium-plus flex items-center gap-x-2 tabular-nums" role="status">
        <span className={to === null ? undefined : "text-ui-fg-subtle"}>{number(from)}</span>
        {to !== null && (
          <>
            <ArrowRightMini aria-hidden className="text-ui-fg-muted" />
            <span className={to < 0 ? "text-ui-fg-error" : undefined}>{number(to)}</span>
          </>
        )}
      </p>
    </div>
  )
}
