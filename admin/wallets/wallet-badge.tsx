import { Badge } from "@medusajs/ui"
import { useWalletName } from "./wallets"

/** Names an account's wallet; nothing in a store with only one. */
export function WalletBadge({ code }: { code: string }) {
  const name = useWalletName(code)
  return name === null ? null : (
    <Badge size="2xsmall" color="blue">
      {name}
    </Badge>
  )
}
