import type { ShopConfig } from "../../storefront/shop/src/app/shop-config"
import { POLAND } from "../seed/market"

/** A store that the shop can sell for, as `demo.json` and the tests' store describe it. */
export interface ShopStore {
  backend_url: string
  publishable_key: string
  region_id: string
  currency_code: string
}

/** What the demo shop needs to know about a store in Poland. */
export function shopConfigOf(store: ShopStore): ShopConfig {
  const { backend_url, publishable_key, region_id, currency_code } = store
  return {
    backend_url,
    publishable_key,
    region_id,
    currency_code,
    country_code: POLAND.countryCode,
  }
}
