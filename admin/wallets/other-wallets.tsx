import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { HttpLoyaltyAccount } from "../../src/types/http"
import { useAccountsOf } from "../account/accounts"
import { accountPath } from "../account/journal/position"
import { useText } from "../shared/locale"
import { useCount, useWalletName, useWallets } from "./wallets"

type OtherWalletsProps = { account: Pick<HttpLoyaltyAccount, "id" | "customer_id"> }

/** A customer's accounts in other wallets, with their balances; nothing if there are none. */
export function OtherWallets({ account }: OtherWalletsProps) {
  const t = useText()
  const hasSeveral = useWallets().length > 0
  const { data: accounts = [] } = useAccountsOf(account.customer_id, hasSeveral)
  const others = accounts.filter(({ id }) => id !== account.id)
  if (others.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Text size="small" weight="plus" leading="compact">
        {t("account.wallet.others")}
      </Text>
      <ul className="flex flex-col gap-y-1">
        {others.map((other) => (
          <OtherWallet key={other.id} account={other} />
        ))}
      </ul>
    </div>
  )
}

function OtherWallet({ account: { id, wallet, balance } }: { account: HttpLoyaltyAccount }) {
  const name = useWalletName(wallet)
  const count = useCount(wallet)
  return (
    <li className="txt-compact-small flex items-center justify-between gap-x-4">
      <Link
        to={accountPath(id)}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg"
      >
        {name}
      </Link>
      <span className="tabular-nums">{count(balance)}</span>
    </li>
  )
}
