import type { HttpTypes } from "@medusajs/framework/types"
import type { HttpClient } from "../lib/http"

/** What all markets and products of a shop refer to. */
export interface Shop {
  salesChannelId: string
  publishableKey: string
  locationId: string
  fulfillmentSetId: string
  shippingProfileId: string
}

const LOCATION_FIELDS = "id,name,*fulfillment_sets"
const SHIPPING = "Shipping"

/** Adds a warehouse that ships to the defaults that Medusa creates at its first start. */
export async function seedShop(admin: HttpClient): Promise<Shop> {
  const salesChannelId = await defaultSalesChannel(admin)
  const location = await seedLocation(admin, salesChannelId)
  return {
    salesChannelId,
    publishableKey: await publishableKey(admin),
    locationId: location.id,
    fulfillmentSetId: await seedFulfillmentSet(admin, location),
    shippingProfileId: await shippingProfile(admin),
  }
}

async function defaultSalesChannel(admin: HttpClient): Promise<string> {
  const { stores } = await admin.mustGet<HttpTypes.AdminStoreListResponse>("/admin/stores")
  const id = stores[0]?.default_sales_channel_id
  if (!id) {
    throw new Error("The store has no default sales channel.")
  }
  return id
}

async function publishableKey(admin: HttpClient): Promise<string> {
  const { api_keys } = await admin.mustGet<HttpTypes.AdminApiKeyListResponse>("/admin/api-keys", {
    type: "publishable",
  })
  const key = api_keys.find(({ revoked_at }) => !revoked_at)
  if (!key) {
    throw new Error("The store has no publishable key.")
  }
  return key.token
}

async function seedLocation(
  admin: HttpClient,
  salesChannelId: string
): Promise<HttpTypes.AdminStockLocation> {
  const found = await admin.mustGet<HttpTypes.AdminStockLocationListResponse>(
    "/admin/stock-locations",
    { fields: LOCATION_FIELDS }
  )
  const location = found.stock_locations[0] ?? (await createLocation(admin))
  const path = `/admin/stock-locations/${location.id}`
  await admin.mustPost(`${path}/sales-channels`, { add: [salesChannelId] })
  await admin.mustPost(`${path}/fulfillment-providers`, { add: ["manual_manual"] })
  return location
}

async function createLocation(admin: HttpClient): Promise<HttpTypes.AdminStockLocation> {
  const { stock_location } = await admin.mustPost<HttpTypes.AdminStockLocationResponse>(
    "/admin/stock-locations",
    {
      name: "Warehouse",
      address: {
        address_1: "ul. Składowa 7",
        city: "Łódź",
        postal_code: "90-127",
        country_code: "pl",
      },
    }
  )
  return stock_location
}

async function seedFulfillmentSet(
  admin: HttpClient,
  location: HttpTypes.AdminStockLocation
): Promise<string> {
  const path = `/admin/stock-locations/${location.id}`
  const found = location.fulfillment_sets?.find(({ type }) => type === "shipping")
  if (found) {
    return found.id
  }
  const { stock_location } = await admin.mustPost<HttpTypes.AdminStockLocationResponse>(
    `${path}/fulfillment-sets?fields=${LOCATION_FIELDS}`,
    { name: SHIPPING, type: "shipping" }
  )
  const made = stock_location.fulfillment_sets?.[0]
  if (!made) {
    throw new Error("The warehouse has no fulfillment set.")
  }
  return made.id
}

async function shippingProfile(admin: HttpClient): Promise<string> {
  const path = "/admin/shipping-profiles"
  const { shipping_profiles } =
    await admin.mustGet<HttpTypes.AdminShippingProfileListResponse>(path)
  const [found] = shipping_profiles
  if (found) {
    return found.id
  }
  const { shipping_profile } = await admin.mustPost<HttpTypes.AdminShippingProfileResponse>(path, {
    name: SHIPPING,
    type: "default",
  })
  return shipping_profile.id
}
