import { zodResolver } from "@hookform/resolvers/zod"
import type { FetchError } from "@medusajs/js-sdk"
import { toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { useForm } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import type {
  HttpLoyaltyAccount,
  HttpLoyaltyAccountWithCustomer,
  HttpLoyaltyTransaction,
} from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { sdk } from "../../shared/sdk"
import { useCount } from "../../wallets/wallets"
import { accountPath } from "../journal/position"
import { EMPTY_MERGE, type MergeBody, mergeSchema, ownerOf } from "./merge"

type Merged = {
  loyalty_account: HttpLoyaltyAccount
  loyalty_transactions: HttpLoyaltyTransaction[]
}

/** The form for one merge; it asks for confirmation and ends on the account that is kept. */
export function useMergeForm(account: HttpLoyaltyAccountWithCustomer) {
  const t = useText()
  const schema = useMemo(
    () =>
      mergeSchema({
        targetRequired: t("account.merge.errors.targetRequired"),
        reasonRequired: t("account.merge.errors.reasonRequired"),
        reasonTooLong: t("account.merge.errors.reasonTooLong"),
      }),
    [t]
  )
  const form = useForm<MergeBody>({ resolver: zodResolver(schema), defaultValues: EMPTY_MERGE })
  const [target, setTarget] = useState<HttpLoyaltyAccountWithCustomer | null>(null)
  const confirm = useConfirm(account)
  const { mutateAsync } = useMergeAccounts(account.id)
  const succeed = useSucceed(account.wallet)

  function choose(chosen: HttpLoyaltyAccountWithCustomer | null) {
    setTarget(chosen)
    form.setValue("into_account_id", chosen?.id ?? "", { shouldValidate: chosen !== null })
  }

  async function merge(body: MergeBody) {
    if (target && (await confirm(target))) {
      await mutateAsync(body).then(succeed, fail)
    }
  }

  function fail({ message }: Error) {
    form.setError("root", { message })
  }

  return { form, target, choose, submit: form.handleSubmit(merge) }
}

/** Merges; afterwards, even after an error, everything that shows points is reloaded. */
function useMergeAccounts(accountId: string) {
  const queries = useQueryClient()
  return useMutation<Merged, FetchError, MergeBody>({
    mutationFn: (body) =>
      sdk.client.fetch<Merged>(`/admin/loyalty/accounts/${accountId}/merge`, {
        method: "POST",
        body,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["loyalty"] }),
  })
}

function useSucceed(wallet: string) {
  const t = useText()
  const count = useCount(wallet)
  const navigate = useNavigate()
  return ({ loyalty_account }: Merged) => {
    const points = count(loyalty_account.balance)
    toast.success(t("account.merge.done"), {
      description: t("account.merge.doneBalance", { points }),
    })
    void navigate(accountPath(loyalty_account.id))
  }
}

/** Asks for confirmation, because a merge cannot be undone. */
function useConfirm(account: HttpLoyaltyAccountWithCustomer) {
  const t = useText()
  const prompt = usePrompt()
  const { number } = useFormats()
  return (target: HttpLoyaltyAccountWithCustomer) => {
    const customer = ownerOf(target)
    const balance = number(account.balance + target.balance)
    return prompt({
      title: t("account.merge.confirm.title", { customer }),
      description: t("account.merge.confirm.description", {
        ...{ customer, balance },
        from: ownerOf(account),
      }),
      confirmText: t("account.merge.confirm.yes"),
      cancelText: t("account.merge.cancel"),
    })
  }
}
