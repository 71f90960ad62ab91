import { useFormContext, useWatch } from "react-hook-form"
import { useText } from "../../shared/locale"
import { BalanceChange } from "../balance-change"
import { type AdjustmentInput, balanceAfter } from "./adjustment"

/** The current balance and the one that the typed points lead to, announced as it changes. */
export function AdjustPreview({ balance }: { balance: number }) {
  const t = useText()
  const { control } = useFormContext<AdjustmentInput>()
  const [direction, points] = useWatch({ control, name: ["direction", "points"] })
  const after = balanceAfter(balance, { direction, points })
  const label = t(after === null ? "account.adjust.balance" : "account.adjust.newBalance")
  return <BalanceChange label={label} from={balance} to={after} />
}
