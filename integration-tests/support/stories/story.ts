import type { HttpTypes } from "@medusajs/framework/types"
import type { TestMarket } from "../markets"
import type { Shopper } from "../shoppers"
import type { StoryProducts } from "./products"

/** What happens in a story: one thing that a merchant, a shopper or time does. */
export type Step = (story: Story) => Promise<void>

type Line = Pick<HttpTypes.AdminOrderLineItem, "id" | "variant_id">

/** A request for a part of an order, as most of Medusa's routes take it. */
export type Units = { id: string; quantity: number }

const LINES = "id,*items"

/** An order, the shopper who placed it, and what steps must remember for later ones. */
export class Story {
  /** Fulfilments, oldest first; a canceled one is gone from here. */
  readonly fulfilments: string[] = []
  /** Returns that were requested and are still on their way, oldest first. */
  readonly returns: { id: string; items: Units[] }[] = []
  /** Where the last exchange or claim is found. */
  swap?: string
  private lines: Line[]

  constructor(
    readonly market: TestMarket,
    readonly products: StoryProducts,
    readonly shopper: Shopper,
    readonly order: { id: string; items?: Line[] | null }
  ) {
    this.lines = order.items ?? []
  }

  get merchant(): TestMarket["merchant"] {
    return this.market.merchant
  }

  /** Some units of a product, as they stand on the order; the newest line if there are several. */
  async units(quantity: number, goods: string): Promise<Units> {
    const known = this.lines.some(({ variant_id }) => variant_id === this.variantOf(goods))
    const lines = known ? this.lines : await this.readLines()
    const line = lines.find(({ variant_id }) => variant_id === this.variantOf(goods))
    if (!line) {
      throw new Error(`The order has no ${goods}.`)
    }
    return { id: line.id, quantity }
  }

  /** Forgets which lines the order has: it was changed. */
  forgetLines(): void {
    this.lines = []
  }

  variantOf(goods: string): string {
    const product = this.products[goods]
    if (!product) {
      throw new Error(`The story sells no ${goods}.`)
    }
    return product.variantId
  }

  /** Asks the merchant's API to do something with the order. */
  post<T>(path: string, body: object = {}): Promise<T> {
    return this.merchant.mustPost<T>(`/admin/${path}`, body)
  }

  private async readLines(): Promise<Line[]> {
    const { order } = await this.merchant.mustGet<HttpTypes.AdminOrderResponse>(
      `/admin/orders/${this.order.id}`,
      { fields: LINES }
    )
    this.lines = [...order.items].reverse()
    return this.lines
  }
}
