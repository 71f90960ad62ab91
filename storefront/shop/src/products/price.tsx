import type { HttpTypes } from "@medusajs/types"
import { useFormat } from "../i18n/use-format"

/** A variant's price in the shop's region; nothing if it has none there. */
export function Price({ variant }: { variant: HttpTypes.StoreProductVariant | undefined }) {
  const { money } = useFormat()
  const amount = variant?.calculated_price?.calculated_amount
  return amount === null || amount === undefined ? null : <p className="price">{money(amount)}</p>
}
