import type { HttpTypes } from "@medusajs/types"
import useSWR from "swr"
import { useBackend } from "../app/backend"

const FIELDS = "*variants.calculated_price,+variants.inventory_quantity"
const LIMIT = 60

/** Everything the shop sells, with its region's prices. */
export function useProducts() {
  const { sdk, config } = useBackend()
  return useSWR<HttpTypes.StoreProduct[], unknown>("products", async () => {
    const { products } = await sdk.store.product.list({
      region_id: config.region_id,
      fields: FIELDS,
      limit: LIMIT,
    })
    return products
  })
}

/** One product; null if there is none with this handle. */
export function useProduct(handle: string) {
  const { sdk, config } = useBackend()
  return useSWR<HttpTypes.StoreProduct | null, unknown>(["product", handle], async () => {
    const { products } = await sdk.store.product.list({
      handle,
      region_id: config.region_id,
      fields: FIELDS,
    })
    return products[0] ?? null
  })
}
