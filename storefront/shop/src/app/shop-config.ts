/** The shop's configuration at run time, from `/config.json`. */
export interface ShopConfig {
  /** The Medusa backend's URL for browsers. */
  backend_url: string
  publishable_key: string
  /** The region that the shop sells in. */
  region_id: string
  /** Its currency, in lower case as in Medusa. */
  currency_code: string
  /** The default country of address forms, ISO 3166-1 alpha-2 in lower case. */
  country_code: string
}
