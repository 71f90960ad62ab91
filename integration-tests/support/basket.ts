import type { HttpTypes } from "@medusajs/framework/types"
import type { Product } from "../../scripts/seed/products"
import { ADJUSTMENT_PROVIDER } from "../../src/domain/checkout/adjustment-code"
import type { Quote } from "../../src/domain/checkout/quote"
import {
  decimal,
  floorTo,
  sumDecimals,
  toNumber,
  withoutResidue,
} from "../../src/domain/shared/decimal"
import { quoteNow, type CartWithQuote, type Refusal } from "./carts"
import type { Answer, HttpClient } from "./http"
import type { TestMarket } from "./markets"
import type { Shopper } from "./shoppers"

/** What a shopper reads of their cart, in major units. */
export interface Receipt {
  /** What points take off, and how many of them. */
  discount: number
  points: number
  /** What points pay of each line that they pay for, by the product's title. */
  parts: Record<string, number>
  /** To pay for the items, for delivery, and for all. */
  items: number
  delivery: number
  total: number
  /** Why points cannot be used. */
  reasons: string[]
  /** Points to be earned. */
  earns: number
}

/** The part of a cart that the receipt is made of. */
interface CartRow {
  currency_code: string
  item_total: number
  shipping_total: number
  total: number
  items: CartItem[]
  payment_collection?: { amount: number; currency_code: string }
}

interface CartItem {
  id: string
  title: string
  product_title: string
  variant_id: string
  total: number
  adjustments: Adjustment[]
}

interface Adjustment {
  code: string
  amount: number
  provider_id: string | null
}

const FIELDS = [
  "id",
  "currency_code",
  "item_total",
  "shipping_total",
  "total",
  "items.id",
  "items.title",
  "items.product_title",
  "items.variant_id",
  "items.total",
  "items.adjustments.*",
  "payment_collection.amount",
  "payment_collection.currency_code",
].join(",")

/** One cart and every move that a shopper makes with it. */
export class Basket {
  private constructor(
    readonly id: string,
    readonly client: HttpClient,
    readonly market: TestMarket
  ) {}

  /** Takes a cart and puts products into it; a logged-in shopper's cart is theirs. */
  static async of(
    { client }: Pick<Shopper, "client">,
    market: TestMarket,
    ...products: [Product, number?][]
  ): Promise<Basket> {
    const { cart } = await client.mustPost<HttpTypes.StoreCartResponse>("/store/carts", {
      region_id: market.regionId,
      items: products.map(([{ variantId }, quantity = 1]) => ({ variant_id: variantId, quantity })),
    })
    return new Basket(cart.id, client, market)
  }

  /** The same cart in the hands of somebody else. */
  seenBy({ client }: Pick<Shopper, "client">): Basket {
    return new Basket(this.id, client, this.market)
  }

  async add({ variantId }: Product, quantity = 1): Promise<void> {
    await this.client.mustPost(this.path("/line-items"), { variant_id: variantId, quantity })
  }

  async setQuantity(product: Product, quantity: number): Promise<void> {
    const line = await this.lineOf(product)
    await this.client.mustPost(this.path(`/line-items/${line.id}`), { quantity })
  }

  async remove(product: Product): Promise<void> {
    const line = await this.lineOf(product)
    const { status, body } = await this.client.delete(this.path(`/line-items/${line.id}`))
    expect({ status, body }).toMatchObject({ status: 200 })
  }

  /** Pays with points; undefined: as many as the rules allow. */
  askForPoints(points?: unknown): Promise<Answer<CartWithQuote & Refusal>> {
    return this.client.post(this.path("/loyalty-points"), { points })
  }

  /** Pays with points; they must be accepted. */
  async usePoints(points?: number): Promise<CartWithQuote> {
    const { status, body } = await this.askForPoints(points)
    expect({ status, body }).toMatchObject({ status: 200 })
    return body
  }

  dropPoints(): Promise<Answer<CartWithQuote & Refusal>> {
    return this.client.delete(this.path("/loyalty-points"))
  }

  async addCoupon(code: string): Promise<void> {
    await this.client.mustPost(this.path("/promotions"), { promo_codes: [code] })
  }

  async removeCoupon(code: string): Promise<void> {
    const path = this.path("/promotions")
    const { status, body } = await this.client.delete(path, { promo_codes: [code] })
    expect({ status, body }).toMatchObject({ status: 200 })
  }

  /** Changes region, e-mail or addresses. */
  async change(changes: HttpTypes.StoreUpdateCart): Promise<void> {
    await this.client.mustPost(this.path(), changes)
  }

  /** Comes back to the cart later: it is worked out anew. */
  async comeBack(): Promise<void> {
    await this.change({})
  }

  /** Moves the cart to another country: its prices, currency and taxes. */
  async moveTo(market: TestMarket): Promise<void> {
    await this.change({ region_id: market.regionId })
  }

  /** Says where to deliver, and how. */
  async deliver(market = this.market): Promise<void> {
    await this.change({ shipping_address: addressIn(market), billing_address: addressIn(market) })
    await this.client.mustPost(this.path("/shipping-methods"), {
      option_id: market.shippingOptionId,
    })
  }

  /** Opens the till: from now on the amount to collect must follow the cart. */
  async openPayment(): Promise<void> {
    await this.client.mustPost("/store/payment-collections", { cart_id: this.id })
  }

  quote(): Promise<Quote> {
    return quoteNow(this.client, this)
  }

  async cart(): Promise<CartRow> {
    const { cart } = await this.client.mustGet<{ cart: CartRow }>(this.path(), {
      fields: FIELDS,
    })
    return cart
  }

  /** Reads the cart and fails when something does not hold that holds of every cart. */
  async receipt(): Promise<Receipt> {
    const [cart, quote] = await Promise.all([this.cart(), this.quote()])
    expectSound(cart, quote)
    return {
      discount: quote.discount,
      points: quote.points_applied,
      parts: Object.fromEntries(
        cart.items.flatMap((item) =>
          pointsPartsOf(item).map(({ amount }) => [item.product_title, clean(amount)])
        )
      ),
      items: clean(cart.item_total),
      delivery: clean(cart.shipping_total),
      total: clean(cart.total),
      reasons: quote.reasons.map(({ code }) => code),
      earns: quote.points_to_earn,
    }
  }

  /** The shopper reads this on their cart. */
  async shows(expected: Partial<Receipt>): Promise<void> {
    expect(await this.receipt()).toMatchObject(expected)
  }

  private async lineOf({ variantId, title }: Product): Promise<CartItem> {
    const line = (await this.cart()).items.find(({ variant_id }) => variant_id === variantId)
    if (!line) {
      throw new Error(`The cart has no “${title}”.`)
    }
    return line
  }

  private path(rest = ""): string {
    return `/store/carts/${this.id}${rest}`
  }
}

/** An address in a market's country. */
export function addressIn({ plan }: TestMarket) {
  return {
    first_name: "Ewa",
    last_name: "Nowak",
    address_1: "1 Main Street",
    city: "Capital",
    postal_code: "10-100",
    country_code: plan.countryCode,
  }
}

/** Points pay each line once, in all exactly the quote's discount, and never more than it costs. */
function expectSound(cart: CartRow, quote: Quote): void {
  const digits = { jpy: 0, kwd: 3 }[cart.currency_code] ?? 2
  const parts = cart.items.map((item) => ({ item, parts: pointsPartsOf(item) }))
  const amounts = parts.flatMap(({ parts }) => parts.map(({ amount }) => decimal(amount)))
  const isPaidOff = clean(cart.item_total) === 0
  const sum = withoutResidue(sumDecimals(amounts))

  // Where points pay a line off, fractions of a coin go with it.
  expect({ sum: toNumber(isPaidOff ? floorTo(sum, digits) : sum) }).toEqual({ sum: quote.discount })
  parts.forEach(({ item, parts }) => {
    expect(parts.length).toBeLessThanOrEqual(1)
    parts.forEach(({ code }) => expect(pointsIn(code)).toBe(quote.points_applied))
    expect({ line: item.title, total: clean(item.total) }).toEqual({
      line: item.title,
      total: Math.max(clean(item.total), 0),
    })
  })
  const left = decimal(quote.order_total).minus(isPaidOff ? quote.order_total : quote.discount)
  expect({ items: clean(cart.item_total) }).toEqual({ items: toNumber(withoutResidue(left)) })
  expect({ total: clean(cart.total) }).toEqual({
    total: clean(toNumber(decimal(cart.item_total).plus(cart.shipping_total))),
  })
  expect(quote.currency_code).toBe(cart.currency_code)
  if (cart.payment_collection) {
    expect(cart.payment_collection).toMatchObject({
      amount: cart.total,
      currency_code: cart.currency_code,
    })
  }
}

function pointsPartsOf({ adjustments }: CartItem): Adjustment[] {
  return adjustments.filter(({ provider_id }) => provider_id === ADJUSTMENT_PROVIDER)
}

/** The number in "15 000 points", whatever sets its thousands apart. */
function pointsIn(code: string): number {
  return Number(code.replace(/\D/g, ""))
}

/** An amount without the trace of Medusa's divisions. */
function clean(amount: number): number {
  return toNumber(withoutResidue(decimal(amount)))
}
