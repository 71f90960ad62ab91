import type { HttpTypes } from "@medusajs/types"
import { useFormat } from "../i18n/use-format"

/** What a variant costs in the shop's region; nothing when it has no price there. */
export function Price({ variant }: { variant: HttpTypes.StoreProductVariant | undefined }) {
  const { money } = useFormat()
  const amount = variant?.calculated_price?.calculated_amount
  return amount === null || amount === undefined ? null : <p className="price">{money(amount)}</p>
}
