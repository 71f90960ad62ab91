import type { HttpTypes } from "@medusajs/framework/types"
import { POLAND, seedMarket, type Market } from "../../scripts/seed/market"
import { prepareCart, startPayment } from "../../scripts/seed/orders"
import { seedProduct, type Product } from "../../scripts/seed/products"
import { seedShop } from "../../scripts/seed/shop"
import { asMerchant, sharedStore, type HttpClient } from "../support/http"
import type { TestPaymentData } from "../support/test-payments/provider"

describe("the store that the HTTP tests share", () => {
  let store: HttpClient
  let market: Market
  let product: Product

  beforeAll(async () => {
    const merchant = await asMerchant(sharedStore())
    const shop = await seedShop(merchant)
    store = sharedStore().withPublishableKey(shop.publishableKey)
    market = await seedMarket(merchant, shop, {
      ...POLAND,
      paymentProviders: ["pp_system_default", "pp_test_test"],
    })
    product = await seedProduct(merchant, shop, {
      handle: "test-store-mug",
      title: "Mug",
      description: "For tea.",
      prices: { pln: 123 },
      stock: 10,
    })
  })

  it("sells at prices that include VAT", async () => {
    const cart = await cartWithMug()
    expect(cart).toMatchObject({ total: 138, item_total: 123, item_tax_total: 23 })
  })

  it("completes an order when the bank agrees", async () => {
    const cart = await cartWithMug()
    await pay(cart, {})
    const { body } = await complete(cart)
    expect(body.type).toBe("order")
  })

  it("does not complete an order when the bank declines", async () => {
    const cart = await cartWithMug()
    await pay(cart, { outcome: "declined" })
    expect(await complete(cart)).toMatchObject({ status: 400, body: { type: "not_allowed" } })
  })

  function cartWithMug(): Promise<HttpTypes.StoreCart> {
    const items = [{ variant_id: product.variantId, quantity: 1 }]
    return prepareCart(store, market, { email: "guest@example.com", items })
  }

  function pay(cart: HttpTypes.StoreCart, data: TestPaymentData): Promise<void> {
    return startPayment(store, cart.id, { provider_id: "pp_test_test", data: { ...data } })
  }

  function complete(cart: HttpTypes.StoreCart) {
    return store.post<HttpTypes.StoreCompleteCartResponse>(`/store/carts/${cart.id}/complete`)
  }
})
