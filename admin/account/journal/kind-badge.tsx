import { Badge } from "@medusajs/ui"
import { useText } from "../../shared/locale"
import { kindColor } from "./kinds"

/** A transaction's kind in a merchant's words; unknown kinds are shown unchanged. */
export function KindBadge({ kind }: { kind: string }) {
  const t = useText()
  return (
    <Badge size="2xsmall" color={kindColor(kind)}>
      {t(`account.kinds.${kind}`, { defaultValue: kind })}
    </Badge>
  )
}
