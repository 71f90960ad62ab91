/** What the shop is told at run time, by `/config.json`. */
export interface ShopConfig {
  /** Where the Medusa backend is reached from a browser. */
  backend_url: string
  publishable_key: string
  /** The region that the shop sells in. */
  region_id: string
  /** Its currency, in lower case as Medusa writes it. */
  currency_code: string
  /** The country that an address form begins with, ISO 3166-1 alpha-2 in lower case. */
  country_code: string
}
