import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { HttpLoyaltyAccount, HttpLoyaltyTransaction } from "../../../src/types/http"
import { sdk } from "../../shared/sdk"
import type { AdjustmentBody } from "./adjustment"

type Adjusted = {
  loyalty_transaction: HttpLoyaltyTransaction
  loyalty_account: HttpLoyaltyAccount
}

/** Adjusts an account; afterwards, even after an error, everything that shows points is reloaded. */
export function useAdjustPoints(accountId: string) {
  const queries = useQueryClient()
  return useMutation<Adjusted, FetchError, AdjustmentBody>({
    mutationFn: (body) =>
      sdk.client.fetch<Adjusted>(`/admin/loyalty/accounts/${accountId}/adjustments`, {
        method: "POST",
        body,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["loyalty"] }),
  })
}
