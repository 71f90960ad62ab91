import { zodResolver } from "@hookform/resolvers/zod"
import { toast, usePrompt } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useForm } from "react-hook-form"
import type { HttpLoyaltyAccount } from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { useCount } from "../../wallets/wallets"
import {
  type Adjustment,
  type AdjustmentInput,
  type AdjustmentMessages,
  adjustmentSchema,
  EMPTY_ADJUSTMENT,
  newKey,
  toBody,
} from "./adjustment"
import { placeError } from "./adjustment-error"
import { useAdjustPoints } from "./use-adjust-points"

/**
 * The form for one adjustment. Its idempotency key lives as long as the form is open, so that a double
 * click or a retry after a lost answer never adjusts twice.
 */
export function useAdjustForm(account: HttpLoyaltyAccount, onDone: () => void) {
  const messages = useMessages(account)
  const schema = useMemo(
    () => adjustmentSchema(account.available, messages),
    [account.available, messages]
  )
  const form = useForm<AdjustmentInput, unknown, Adjustment>({
    resolver: zodResolver(schema),
    defaultValues: EMPTY_ADJUSTMENT,
    mode: "onChange",
  })
  const [key] = useState(newKey)
  const confirm = useConfirmTaking(account)
  const { mutateAsync } = useAdjustPoints(account.id)
  const t = useText()
  const count = useCount(account.wallet)

  async function adjust(adjustment: Adjustment) {
    if (adjustment.direction === "take" && !(await confirm(adjustment))) {
      return
    }
    await mutateAsync(toBody(adjustment, key)).then(succeed, fail)
  }

  function succeed({ loyalty_account }: { loyalty_account: HttpLoyaltyAccount }) {
    const points = count(loyalty_account.balance)
    toast.success(t("account.adjust.done"), {
      description: t("account.adjust.doneBalance", { points }),
    })
    onDone()
  }

  function fail(error: { message: string; status?: number }) {
    const { field, key: own, message } = placeError(error)
    form.setError(field, { message: own ? t(`account.adjust.errors.${own}`) : message })
  }

  return { form, submit: form.handleSubmit(adjust) }
}

function useMessages({ available, wallet }: HttpLoyaltyAccount): AdjustmentMessages {
  const t = useText()
  const count = useCount(wallet)
  return useMemo(
    () => ({
      wholeNumber: t("account.adjust.errors.wholeNumber"),
      tooMany: t("account.adjust.errors.tooMany"),
      notAvailable: t("account.adjust.errors.onlyAvailable", {
        points: count(Math.max(available, 0)),
      }),
      reasonRequired: t("account.adjust.errors.reasonRequired"),
      reasonTooLong: t("account.adjust.errors.reasonTooLong"),
      inThePast: t("account.adjust.errors.inThePast"),
    }),
    [t, count, available]
  )
}

/** Asks for confirmation before points are taken away. */
function useConfirmTaking({ balance, wallet }: HttpLoyaltyAccount) {
  const t = useText()
  const count = useCount(wallet)
  const prompt = usePrompt()
  const { number } = useFormats()
  return ({ points }: Adjustment) =>
    prompt({
      title: t("account.adjust.confirm.title", { points: count(points) }),
      description: t("account.adjust.confirm.description", { balance: number(balance - points) }),
      confirmText: t("account.adjust.confirm.yes"),
      cancelText: t("account.adjust.cancel"),
    })
}
