import type { HttpTypes } from "@medusajs/framework/types"
import { addressIn } from "../basket"
import { applyPoints, mustComplete, startTestPayment } from "../carts"
import type { TestMarket } from "../markets"
import { loyaltyOf, settle } from "../orders"
import { setProgram, type Rules } from "../programs"
import { newShopper, type Shopper, shopperWithPoints } from "../shoppers"
import { shows, type Expected } from "./points"
import type { StoryProducts } from "./products"
import { Story, type Step } from "./story"

/** What a shopper buys, and how. */
export interface Purchase<Goods extends string = string> {
  /** What is bought; three blankets unless it says so. */
  lines?: Partial<Record<Goods, number>>
  /** Points that the shopper has and pays with; 15,000 unless it says so, 0 for none. */
  points?: number
  /** Codes of promotions on the cart. */
  promotions?: string[]
  /** Delivered for 15.00 instead of collected. */
  isDelivered?: boolean
}

/** What is bought in a story, what happens then, and what must come of it. */
export interface StoryPlan<Goods extends string = string> extends Purchase<Goods> {
  title: string
  /** Rules other than 10 points a unit, 0.01 a point and earning on completion. */
  rules?: Rules
  steps: Step[]
  expected: Expected
}

const THREE_BLANKETS = { blanket: 3 }
const ALL_POINTS = 15_000

/** Plays a story and checks that it ends as expected, by its events alone, and that it has ended. */
export async function playStory<Goods extends string>(
  market: TestMarket,
  products: StoryProducts<Goods>,
  plan: StoryPlan<Goods>
): Promise<void> {
  const story = await begin(market, products, plan)
  for (const step of plan.steps) {
    await step(story)
  }
  await shows(plan.expected)(story)
  const ledger = await loyaltyOf(market.merchant, story.order)
  expect(await settle(market.merchant, story.order)).toEqual(ledger)
}

/** The shopper places the order; its points are taken. */
export async function begin<Goods extends string>(
  market: TestMarket,
  products: StoryProducts<Goods>,
  { rules, ...plan }: Omit<StoryPlan<Goods>, "steps" | "expected">
): Promise<Story> {
  const { points = ALL_POINTS } = plan
  const [shopper] = await Promise.all([
    points > 0 ? shopperWithPoints(market, points) : newShopper(market.store),
    setProgram(market.merchant, market.plan.currencyCode, rules),
  ])
  return new Story(market, products, shopper, await placeOrder(shopper, market, products, plan))
}

async function placeOrder<Goods extends string>(
  { client, email }: Shopper,
  market: TestMarket,
  products: StoryProducts<Goods>,
  { lines, points = ALL_POINTS, promotions = [], isDelivered }: Purchase<Goods>
): Promise<HttpTypes.StoreOrder> {
  const bought = Object.entries<number | undefined>(lines ?? THREE_BLANKETS)
  const address = addressIn(market)
  const { cart } = await client.mustPost<HttpTypes.StoreCartResponse>("/store/carts", {
    region_id: market.regionId,
    email,
    shipping_address: address,
    billing_address: address,
    promo_codes: promotions,
    items: bought.map(([goods, quantity]) => ({
      variant_id: products[goods as Goods].variantId,
      quantity,
    })),
  })
  if (isDelivered) {
    const option_id = market.shippingOptionId
    await client.mustPost(`/store/carts/${cart.id}/shipping-methods`, { option_id })
  }
  if (points > 0) {
    await applyPoints(client, cart)
  }
  await startTestPayment(client, cart)
  return mustComplete(client, cart)
}
