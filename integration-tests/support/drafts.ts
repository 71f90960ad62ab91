import type { HttpTypes } from "@medusajs/framework/types"
import type { Product } from "../../scripts/seed/products"
import { ADJUSTMENT_PROVIDER, isPointsCode } from "../../src/domain/checkout/adjustment-code"
import type { Quote } from "../../src/domain/checkout/quote"
import { decimal, sumDecimals, toNumber, withoutResidue } from "../../src/domain/shared/decimal"
import { addressIn } from "./basket"
import type { Refusal } from "./carts"
import type { Answer } from "./http"
import type { TestMarket } from "./markets"

type DraftAnswer = { draft_order: HttpTypes.AdminOrder; loyalty_quote: Quote }

/** What a merchant reads of a draft or of the order that it became, in major units. */
export interface DraftReceipt {
  /** What points take off, by their adjustments. */
  discount: number
  total: number
  /** The total that Medusa keeps with the order. */
  current: number
  /** What is still to be paid. */
  pending: number
  /** What the payment collection asks for; null without one. */
  to_collect: number | null
}

const FIELDS =
  "id,status,is_draft_order,total,*summary,*items,*items.adjustments,*payment_collections"

/** A draft order and every move that a merchant makes with it. */
export class Draft {
  private constructor(
    readonly id: string,
    readonly market: TestMarket
  ) {}

  /** Takes an order on the phone, from a customer or, without one, from an e-mail address. */
  static async of(
    market: TestMarket,
    customer: { id?: string; email: string },
    ...products: [Product, number?][]
  ): Promise<Draft> {
    const { draft_order } = await market.merchant.mustPost<{ draft_order: { id: string } }>(
      "/admin/draft-orders",
      {
        region_id: market.regionId,
        sales_channel_id: market.shop.salesChannelId,
        email: customer.email,
        ...(customer.id && { customer_id: customer.id }),
        shipping_address: addressIn(market),
        items: products.map(([{ variantId }, quantity = 1]) => ({
          variant_id: variantId,
          quantity,
        })),
      }
    )
    return new Draft(draft_order.id, market)
  }

  askForPoints(points?: unknown): Promise<Answer<DraftAnswer & Refusal>> {
    return this.market.merchant.post(this.path("/loyalty-points"), { points })
  }

  async usePoints(points?: number): Promise<DraftAnswer> {
    const { status, body } = await this.askForPoints(points)
    expect({ status, body }).toMatchObject({ status: 200 })
    return body
  }

  dropPoints(): Promise<Answer<DraftAnswer & Refusal>> {
    return this.market.merchant.delete(this.path("/loyalty-points"))
  }

  quote(): Promise<Answer<DraftAnswer & Refusal>> {
    return this.market.merchant.get(this.path("/loyalty-points"))
  }

  /** Opens an edit, makes the changes and confirms it. */
  async edit(...changes: ((draft: this) => Promise<void>)[]): Promise<void> {
    await this.beginEdit()
    for (const change of changes) {
      await change(this)
    }
    await this.market.merchant.mustPost(this.path("/edit/confirm"))
  }

  async beginEdit(): Promise<void> {
    await this.market.merchant.mustPost(this.path("/edit"))
  }

  async cancelEdit(): Promise<void> {
    await this.market.merchant.delete(this.path("/edit"))
  }

  async setQuantity({ variantId }: Product, quantity: number): Promise<void> {
    const line = (await this.order()).items.find(({ variant_id }) => variant_id === variantId)
    await this.market.merchant.mustPost(this.path(`/edit/items/item/${line?.id}`), { quantity })
  }

  async addCoupon(code: string): Promise<void> {
    await this.market.merchant.mustPost(this.path("/edit/promotions"), { promo_codes: [code] })
  }

  async giveTo(customer: { id: string; email: string }): Promise<void> {
    const { id, email } = customer
    await this.market.merchant.mustPost(this.path(), { customer_id: id, email })
  }

  async convert(): Promise<void> {
    await this.market.merchant.mustPost(this.path("/convert-to-order"))
  }

  async delete(): Promise<void> {
    const { status, body } = await this.market.merchant.delete(this.path())
    expect({ status, body }).toMatchObject({ status: 200 })
  }

  async order(): Promise<HttpTypes.AdminOrder> {
    const { order } = await this.market.merchant.mustGet<HttpTypes.AdminOrderResponse>(
      `/admin/orders/${this.id}`,
      { fields: FIELDS }
    )
    return order
  }

  /** Points take off each line once, and no more than it costs. */
  async receipt(): Promise<DraftReceipt> {
    const { items, total, summary, payment_collections } = await this.order()
    const parts = items.map(({ adjustments }) => (adjustments ?? []).filter(isOurs))
    parts.forEach((ours) => expect(ours.length).toBeLessThanOrEqual(1))
    items.forEach((item) => expect(clean(item.total)).toBeGreaterThanOrEqual(0))
    const amounts = parts.flat().map(({ amount }) => decimal(amount))
    return {
      discount: toNumber(withoutResidue(sumDecimals(amounts))),
      total: clean(total),
      current: clean(summary.current_order_total),
      pending: clean(summary.pending_difference),
      to_collect: payment_collections?.[0] ? clean(payment_collections[0].amount) : null,
    }
  }

  private path(rest = ""): string {
    return `/admin/draft-orders/${this.id}${rest}`
  }
}

/** Medusa drops the provider whenever an order changes; the code stays. */
function isOurs(adjustment: { code?: string | null; provider_id?: string | null }): boolean {
  return adjustment.provider_id === ADJUSTMENT_PROVIDER || isPointsCode(adjustment.code ?? "")
}

const clean = (amount: number): number => toNumber(withoutResidue(decimal(amount)))
