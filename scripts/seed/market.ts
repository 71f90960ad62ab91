import type { HttpTypes } from "@medusajs/framework/types"
import type { HttpClient } from "../lib/http"
import type { Shop } from "./shop"

/** A country that the shop sells to. */
export interface MarketPlan {
  name: string
  countryCode: string
  currencyCode: string
  /** The rate of VAT in percent. */
  vat: number
  pricesIncludeTax: boolean
  /** The price of delivery. */
  shippingPrice: number
  paymentProviders?: string[]
}

/** What a cart of the market refers to. */
export interface Market {
  regionId: string
  shippingOptionId: string
}

const SYSTEM_PAYMENT = "pp_system_default"

/** Poland, with prices that include 23 % VAT. */
export const POLAND: MarketPlan = {
  name: "Polska",
  countryCode: "pl",
  currencyCode: "pln",
  vat: 23,
  pricesIncludeTax: true,
  shippingPrice: 15,
}

/** Creates whatever a market lacks: currency, region, tax, and delivery at a flat price. */
export async function seedMarket(admin: HttpClient, shop: Shop, plan: MarketPlan): Promise<Market> {
  await supportCurrency(admin, plan)
  await seedTax(admin, plan)
  const regionId = await seedRegion(admin, plan)
  return { regionId, shippingOptionId: await seedShipping(admin, shop, plan) }
}

async function supportCurrency(admin: HttpClient, plan: MarketPlan): Promise<void> {
  const { stores } = await admin.mustGet<HttpTypes.AdminStoreListResponse>("/admin/stores")
  const store = stores[0]
  const others = (store?.supported_currencies ?? []).filter(
    ({ currency_code }) => currency_code !== plan.currencyCode
  )
  await admin.mustPost(`/admin/stores/${store?.id}`, {
    supported_currencies: [
      ...others.map(({ currency_code }) => ({ currency_code, is_default: false })),
      {
        currency_code: plan.currencyCode,
        is_default: true,
        is_tax_inclusive: plan.pricesIncludeTax,
      },
    ],
  })
}

async function seedTax(admin: HttpClient, { countryCode, vat }: MarketPlan): Promise<void> {
  const path = "/admin/tax-regions"
  const { tax_regions } = await admin.mustGet<HttpTypes.AdminTaxRegionListResponse>(path, {
    country_code: countryCode,
  })
  if (tax_regions.length === 0) {
    await admin.mustPost(path, {
      country_code: countryCode,
      provider_id: "tp_system",
      default_tax_rate: { name: "VAT", code: `VAT${vat}`, rate: vat },
    })
  }
}

async function seedRegion(admin: HttpClient, plan: MarketPlan): Promise<string> {
  const path = "/admin/regions"
  const { regions } = await admin.mustGet<HttpTypes.AdminRegionListResponse>(path, {
    name: plan.name,
  })
  const [found] = regions
  if (found) {
    return found.id
  }
  const { region } = await admin.mustPost<HttpTypes.AdminRegionResponse>(path, {
    name: plan.name,
    currency_code: plan.currencyCode,
    countries: [plan.countryCode],
    payment_providers: plan.paymentProviders ?? [SYSTEM_PAYMENT],
    automatic_taxes: true,
    is_tax_inclusive: plan.pricesIncludeTax,
  })
  return region.id
}

async function seedShipping(admin: HttpClient, shop: Shop, plan: MarketPlan): Promise<string> {
  const path = "/admin/shipping-options"
  const zoneId = await seedZone(admin, shop, plan)
  const { shipping_options } = await admin.mustGet<HttpTypes.AdminShippingOptionListResponse>(
    path,
    { service_zone_id: zoneId }
  )
  const [found] = shipping_options
  if (found) {
    return found.id
  }
  const { shipping_option } = await admin.mustPost<HttpTypes.AdminShippingOptionResponse>(path, {
    name: "Courier",
    service_zone_id: zoneId,
    shipping_profile_id: shop.shippingProfileId,
    provider_id: "manual_manual",
    price_type: "flat",
    type: { label: "Courier", description: "Delivered to the door", code: "courier" },
    prices: [{ currency_code: plan.currencyCode, amount: plan.shippingPrice }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" },
      { attribute: "is_return", value: "false", operator: "eq" },
    ],
  })
  return shipping_option.id
}

async function seedZone(admin: HttpClient, shop: Shop, plan: MarketPlan): Promise<string> {
  const found = await zoneNamed(admin, shop, plan.name)
  if (found) {
    return found
  }
  await admin.mustPost(`/admin/fulfillment-sets/${shop.fulfillmentSetId}/service-zones`, {
    name: plan.name,
    geo_zones: [{ type: "country", country_code: plan.countryCode }],
  })
  const made = await zoneNamed(admin, shop, plan.name)
  if (!made) {
    throw new Error(`The service zone “${plan.name}” was not made.`)
  }
  return made
}

async function zoneNamed(admin: HttpClient, shop: Shop, name: string): Promise<string | undefined> {
  const { stock_location } = await admin.mustGet<HttpTypes.AdminStockLocationResponse>(
    `/admin/stock-locations/${shop.locationId}`,
    { fields: "id,*fulfillment_sets,*fulfillment_sets.service_zones" }
  )
  return stock_location.fulfillment_sets
    ?.flatMap(({ service_zones }) => service_zones)
    .find((zone) => zone.name === name)?.id
}
