import { Badge, InlineTip } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { HttpLoyaltyAccount } from "../../src/types/http"
import { useFormats, useText } from "../shared/locale"
import { accountPath } from "./journal/position"

type ClosedProps = { account: Pick<HttpLoyaltyAccount, "closed_at" | "merged_into"> }

/** Marks a closed account; shows nothing for others. */
export function ClosedBadge({ account: { closed_at, merged_into } }: ClosedProps) {
  const t = useText()
  if (!closed_at) {
    return null
  }
  return (
    <Badge size="2xsmall" color="grey">
      {t(merged_into ? "account.closed.merged" : "account.closed.badge")}
    </Badge>
  )
}

/** Says when and why an account was closed, with a link to the one it was merged into. */
export function ClosedNote({ account: { closed_at, merged_into } }: ClosedProps) {
  const t = useText()
  const { date } = useFormats()
  if (!closed_at) {
    return null
  }
  const text = merged_into ? "account.closed.mergedText" : "account.closed.deletedText"
  return (
    <div className="px-6 py-4">
      <InlineTip label={t(merged_into ? "account.closed.merged" : "account.closed.badge")}>
        {t(text, { date: date(closed_at) })}{" "}
        {merged_into && (
          <Link
            to={accountPath(merged_into)}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg"
          >
            {t("account.closed.survivor")}
          </Link>
        )}
      </InlineTip>
    </div>
  )
}
