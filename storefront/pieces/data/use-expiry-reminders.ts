import { useCallback, useState } from "react"
import { useLoyaltyContext } from "../context"
import { accountKey } from "./keys"
import { type AccountAnswer, postReminders } from "./requests"
import { useLoyaltyAccount } from "./use-account"

export interface ExpiryRemindersState {
  /** Whether the customer is reminded; undefined while loading and for guests. */
  isOn: boolean | undefined
  isSaving: boolean
  /** @throws the js-sdk's `FetchError` when the choice could not be saved */
  choose(isOn: boolean): Promise<void>
}

/** Whether the customer wants to be reminded of expiring points. */
export function useExpiryReminders(): ExpiryRemindersState {
  const { sdk, customerId, resources } = useLoyaltyContext()
  const { account } = useLoyaltyAccount()
  const [chosen, setChosen] = useState<boolean>()
  const choose = useCallback(
    async (isOn: boolean) => {
      if (customerId === null) {
        throw new Error("There is no customer to remind")
      }
      setChosen(isOn)
      try {
        const { loyalty_account } = await postReminders(sdk, isOn)
        const key = accountKey(customerId)
        const known = resources.snapshot<AccountAnswer>(key).data
        resources.put(key, known && { ...known, loyalty_account })
      } finally {
        setChosen(undefined)
      }
    },
    [sdk, customerId, resources]
  )
  return { isOn: chosen ?? account?.expiry_reminders, isSaving: chosen !== undefined, choose }
}
