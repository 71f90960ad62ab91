import type { HttpTypes } from "@medusajs/framework/types"
import type { HttpClient } from "../lib/http"
import type { Shop } from "./shop"

/** A product with one variant. */
export interface ProductPlan {
  handle: string
  title: string
  description: string
  /** Prices by currency code, in major units. */
  prices: Record<string, number>
  /** How many are in stock. */
  stock: number
  discountable?: boolean
}

/** What a cart needs to know about a product. */
export interface Product {
  id: string
  title: string
  variantId: string
}

const FIELDS = "id,title,*variants,*variants.inventory_items"

/** Creates a product and fills its stock, unless one with its handle exists. */
export async function seedProduct(
  admin: HttpClient,
  shop: Shop,
  plan: ProductPlan
): Promise<Product> {
  const product =
    (await findProduct(admin, plan.handle)) ?? (await createProduct(admin, shop, plan))
  const variant = product.variants?.[0]
  if (!variant) {
    throw new Error(`The product “${plan.title}” has no variant.`)
  }
  await fillStock(admin, shop, variant, plan.stock)
  return { id: product.id, title: product.title, variantId: variant.id }
}

async function findProduct(
  admin: HttpClient,
  handle: string
): Promise<HttpTypes.AdminProduct | undefined> {
  const { products } = await admin.mustGet<HttpTypes.AdminProductListResponse>("/admin/products", {
    handle,
    fields: FIELDS,
  })
  return products[0]
}

async function createProduct(
  admin: HttpClient,
  shop: Shop,
  plan: ProductPlan
): Promise<HttpTypes.AdminProduct> {
  const { product } = await admin.mustPost<HttpTypes.AdminProductResponse>(
    `/admin/products?fields=${FIELDS}`,
    {
      handle: plan.handle,
      title: plan.title,
      description: plan.description,
      status: "published",
      discountable: plan.discountable ?? true,
      shipping_profile_id: shop.shippingProfileId,
      sales_channels: [{ id: shop.salesChannelId }],
      options: [{ title: "Kind", values: ["Standard"] }],
      variants: [
        {
          title: "Standard",
          sku: plan.handle.toUpperCase(),
          manage_inventory: true,
          options: { Kind: "Standard" },
          prices: Object.entries(plan.prices).map(([currency_code, amount]) => ({
            currency_code,
            amount,
          })),
        },
      ],
    }
  )
  return product
}

async function fillStock(
  admin: HttpClient,
  shop: Shop,
  variant: HttpTypes.AdminProductVariant,
  stocked_quantity: number
): Promise<void> {
  const itemId = variant.inventory_items?.[0]?.inventory_item_id
  const path = `/admin/inventory-items/${itemId}/location-levels`
  const { inventory_levels } = await admin.mustGet<HttpTypes.AdminInventoryLevelListResponse>(path)
  if (!inventory_levels.some(({ location_id }) => location_id === shop.locationId)) {
    await admin.mustPost(path, { location_id: shop.locationId, stocked_quantity })
  }
}
