import { Select } from "@medusajs/ui"
import { useText } from "../shared/locale"
import { useWallets } from "./wallets"

/** A placeholder value, since a select has no empty one. */
const ALL = "*"

type WalletSelectProps = {
  /** null: all wallets, if `withAll`. */
  value: string | null
  onChange: (code: string | null) => void
  /** Offers all wallets at once. */
  withAll?: boolean
}

/** Selects a wallet; nothing in a store with only one. */
export function WalletSelect({ value, onChange, withAll = false }: WalletSelectProps) {
  const t = useText()
  const wallets = useWallets()
  if (wallets.length === 0) {
    return null
  }
  return (
    <Select
      size="small"
      value={value ?? ALL}
      onValueChange={(chosen) => onChange(chosen === ALL ? null : chosen)}
    >
      <Select.Trigger className="ml-auto w-40" aria-label={t("account.wallet.label")}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {withAll && <Select.Item value={ALL}>{t("account.wallet.all")}</Select.Item>}
        {wallets.map(({ code, name }) => (
          <Select.Item key={code} value={code}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
