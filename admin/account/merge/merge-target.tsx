import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { Unloaded } from "../../shared/states"
import { useDebounced } from "../../shared/use-debounced"
import { useAccounts } from "../accounts"
import { Field } from "../../shared/field"
import { ownerOf, targetsFor } from "./merge"

type MergeTargetProps = {
  account: HttpLoyaltyAccountWithCustomer
  target: HttpLoyaltyAccountWithCustomer | null
  onChoose: (target: HttpLoyaltyAccountWithCustomer | null) => void
  error: string | undefined
}

const SHOWN = 6
const WAIT_MS = 300

/** Finds the account to keep by its customer's name or e-mail address. */
export function MergeTarget({ account, target, onChoose, error }: MergeTargetProps) {
  const t = useText()
  const [typed, setTyped] = useState("")
  if (target) {
    return <Chosen target={target} onChange={() => onChoose(null)} />
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Field id="loyalty-merge-target" label={t("account.merge.target")} error={error}>
        {(props) => (
          <Input
            {...props}
            type="search"
            autoComplete="off"
            placeholder={t("account.merge.search")}
            value={typed}
            onChange={({ target: { value } }) => setTyped(value)}
          />
        )}
      </Field>
      <Matches account={account} typed={typed} onChoose={onChoose} />
    </div>
  )
}

function Chosen({
  target,
  onChange,
}: {
  target: HttpLoyaltyAccountWithCustomer
  onChange: () => void
}) {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("account.merge.target")}
      </Text>
      <div className="shadow-borders-base flex items-center justify-between gap-x-4 rounded-md px-3 py-2">
        <Text size="small" className="truncate">
          {ownerOf(target)}
        </Text>
        <Button type="button" size="small" variant="transparent" onClick={onChange}>
          {t("account.merge.change")}
        </Button>
      </div>
    </div>
  )
}

type MatchesProps = Pick<MergeTargetProps, "account" | "onChoose"> & { typed: string }

function Matches({ account, typed, onChoose }: MatchesProps) {
  const t = useText()
  const { number } = useFormats()
  const q = useDebounced(typed.trim(), WAIT_MS)
  const query = useAccounts({ q: q || undefined, wallet: account.wallet, limit: SHOWN, offset: 0 })
  if (!query.data) {
    return <Unloaded query={query} lines={3} />
  }
  const targets = targetsFor(account, query.data.loyalty_accounts)
  if (targets.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle" role="status">
        {t("account.merge.noMatch")}
      </Text>
    )
  }
  return (
    <ul className="shadow-borders-base divide-y overflow-hidden rounded-md">
      {targets.map((target) => (
        <li key={target.id}>
          <button
            type="button"
            onClick={() => onChoose(target)}
            className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover transition-fg txt-compact-small flex w-full items-center justify-between gap-x-4 px-3 py-2 text-left outline-none"
          >
            <span className="truncate">{ownerOf(target)}</span>
            <span className="text-ui-fg-subtle tabular-nums">{number(target.balance)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
