import { expectCleanAudit } from "../../support/audit"
import { country, openMarket, type TestMarket } from "../../support/markets"
import { makeCollectedProducts, type StoryProducts } from "../../support/stories/products"
import { playStory, type StoryPlan } from "../../support/stories/play"
import {
  cancelReturn,
  comesBack,
  complete,
  fulfil,
  requestReturn,
  settled,
  shows,
} from "../../support/stories/steps"

type Goods = "blanket" | "pillow" | "candle"

const MOROCCO = country("Morocco", "ma", "mad", 25)

/** Three blankets of 150.00 less 15,000 points (150.00): 300.00 to pay, which earn 3,000. */
const STORIES: StoryPlan<Goods>[] = [
  {
    title: "completed, one of three comes back, then the rest",
    steps: [
      fulfil(3),
      complete,
      comesBack(1),
      shows({ earned: 2_000, redeemed: 10_000, discount: 100, balance: 7_000 }),
      comesBack(2),
    ],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000 },
  },
  {
    title: "one comes back before the order is completed",
    steps: [fulfil(3), comesBack(1), complete],
    expected: { earned: 2_000, redeemed: 10_000, discount: 100, balance: 7_000 },
  },
  {
    title: "a return is requested, but the shopper keeps the goods after all",
    steps: [
      fulfil(3),
      complete,
      requestReturn(2),
      settled(),
      shows({ earned: 3_000, redeemed: 15_000 }),
      cancelReturn,
      settled(),
    ],
    expected: { earned: 3_000, redeemed: 15_000, discount: 150, balance: 3_000 },
  },
  {
    title: "of two that come back one is damaged",
    steps: [fulfil(3), complete, comesBack(2, "blanket", { damaged: 1 })],
    expected: { earned: 1_000, redeemed: 5_000, discount: 50, balance: 11_000 },
  },
  {
    // 3 × 33.33 − 10.00 = 89.99, of which two thirds are 59.99 and a third 29.99.
    title: "fractions of points are rounded in between and exact in the end",
    rules: { earn_on: "order_placed" },
    lines: { candle: 3 },
    points: 1_000,
    steps: [
      fulfil(3, "candle"),
      comesBack(1, "candle"),
      shows({ earned: 599, redeemed: 667, balance: 932 }),
      comesBack(1, "candle"),
      shows({ earned: 299, redeemed: 334, balance: 965 }),
      comesBack(1, "candle"),
    ],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 1_000 },
  },
  {
    title: "of two products both come back",
    lines: { blanket: 2, pillow: 1 },
    steps: [
      fulfil(2),
      fulfil(1, "pillow"),
      complete,
      comesBack(1, "pillow"),
      shows({ earned: 1_714, redeemed: 12_857, discount: 128.57, balance: 3_857 }),
      comesBack(1),
      // 64.285 of discount are left, 85.715 to pay.
      shows({ earned: 857, redeemed: 6_429, balance: 9_428 }),
      comesBack(1),
    ],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000 },
  },
  {
    title: "paid with points alone, one comes back",
    points: 45_000,
    steps: [fulfil(3), complete, comesBack(1)],
    expected: { earned: 0, redeemed: 30_000, discount: 300, balance: 15_000 },
  },
]

describe("the points of an order with returns", () => {
  let market: TestMarket
  let products: StoryProducts<Goods>

  beforeAll(async () => {
    market = await openMarket(MOROCCO)
    products = await makeCollectedProducts(market, { blanket: 150, pillow: 50, candle: 33.33 })
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it.each(STORIES)("$title", (plan) => playStory(market, products, plan))
})
