import { FetchError } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import useSWR from "swr"
import { useBackend } from "../app/backend"

/** An order; null if there is none with this id. */
export function useOrder(id: string) {
  const { sdk } = useBackend()
  return useSWR<HttpTypes.StoreOrder | null, unknown>(["order", id], async () => {
    try {
      return (await sdk.store.order.retrieve(id)).order
    } catch (error) {
      if (error instanceof FetchError && error.status === 404) {
        return null
      }
      throw error
    }
  })
}
