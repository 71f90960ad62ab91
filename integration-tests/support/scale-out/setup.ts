import type { Product } from "../../../scripts/seed/products"
import { applyPoints, type Cart, fillCart, startTestPayment } from "../carts"
import { HttpClient } from "../http"
import { openMarket, stockProduct, SWEDEN, type TestMarket } from "../markets"
import { setProgram } from "../programs"
import { journalOf, newShopper, type Shopper, shopperWithPoints } from "../shoppers"
import { queryStore } from "../store-database"
import type { TestPaymentData } from "../test-payments/provider"
import { Instances } from "./instances"

/**
 * Several instances and what they sell: blankets of 450.00, delivered for 15.00. 15,000 points are 150.00, and
 * what is left of a blanket earns 3,000 when the order is placed.
 */
export class ScaleOutSetup {
  private constructor(
    readonly instances: Instances,
    readonly market: TestMarket,
    readonly blanket: Product
  ) {}

  static async open(): Promise<ScaleOutSetup> {
    const instances = await Instances.start()
    const market = await openMarket(SWEDEN, new HttpClient(instances.servers[0].server.url))
    await setProgram(market.merchant, "sek", { earn_on: "order_placed" })
    return new ScaleOutSetup(instances, market, await stockProduct(market, 450))
  }

  /** Somebody in front of one server or the other. */
  at(server: number, client: HttpClient): HttpClient {
    return client.at((this.instances.servers[server % 2] as Instances["servers"][0]).server.url)
  }

  shopper(points = 15_000): Promise<Shopper> {
    return points > 0 ? shopperWithPoints(this.market, points) : newShopper(this.market.store)
  }

  /** A shopper's cart with a blanket, made at a server. */
  cart(server: number, { client, email }: Shopper): Promise<Cart> {
    const items = [{ variant_id: this.blanket.variantId, quantity: 1 }]
    return fillCart(this.at(server, client), this.market, items, email)
  }

  /** The same with all points applied and a payment begun. */
  async readyCart(server: number, shopper: Shopper, data: TestPaymentData = {}): Promise<Cart> {
    const cart = await this.cart(server, shopper)
    const client = this.at(server, shopper.client)
    await applyPoints(client, cart)
    await startTestPayment(client, cart, data)
    return cart
  }

  /** The kinds of a shopper's transactions, oldest first. */
  async kindsOf(shopper: Shopper): Promise<string[]> {
    return (await journalOf(shopper)).map(({ kind }) => kind).reverse()
  }

  query<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return queryStore<Row>(sql, parameters, this.instances.database.url)
  }

  /** The order that a cart became, if it did. */
  async orderOf({ id }: { id: string }): Promise<{ id: string } | undefined> {
    const sql = `SELECT order_id AS id FROM order_cart WHERE cart_id = $1`
    const [order, ...more] = await this.query<{ id: string }>(sql, [id])
    expect(more).toEqual([])
    return order
  }
}
