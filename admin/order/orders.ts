import { useQuery } from "@tanstack/react-query"
import type { HttpLoyaltyOrder } from "../../src/types/http"
import { sdk } from "../shared/sdk"

/** The points of an order. */
export function useLoyaltyOrder(orderId: string) {
  return useQuery({
    queryKey: ["loyalty", "orders", orderId],
    queryFn: () =>
      sdk.client.fetch<{ loyalty_order: HttpLoyaltyOrder }>(`/admin/loyalty/orders/${orderId}`),
    select: ({ loyalty_order }) => loyalty_order,
  })
}
