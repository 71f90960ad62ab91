import { expectCleanAudit } from "../../support/audit"
import { country, openMarket, type TestMarket } from "../../support/markets"
import { makeCollectedProducts, type StoryProducts } from "../../support/stories/products"
import { playStory, type StoryPlan } from "../../support/stories/play"
import {
  cancel,
  cancelFulfilment,
  comesBack,
  deliver,
  fulfil,
  shows,
} from "../../support/stories/steps"

type Goods = "blanket" | "pillow"

const GEORGIA = country("Georgia", "ge", "gel", 20)

const FULFILLED = { earn_on: "order_fulfilled" }
const DELIVERED = { earn_on: "order_delivered" }

/** Three blankets of 150.00 less 15,000 points (150.00): each blanket sent earns 1,000. */
const STORIES: StoryPlan<Goods>[] = [
  {
    title: "earned when sent: in two parts",
    rules: FULFILLED,
    steps: [fulfil(1), shows({ earned: 1_000 }), fulfil(2)],
    expected: { earned: 3_000, redeemed: 15_000, balance: 3_000 },
  },
  {
    title: "earned when sent: the last of two fulfillments is canceled",
    rules: FULFILLED,
    steps: [fulfil(1), fulfil(2), shows({ earned: 3_000 }), cancelFulfilment],
    expected: { earned: 1_000, redeemed: 15_000, balance: 1_000 },
  },
  {
    title: "earned when sent: all fulfillments and the order are canceled",
    rules: FULFILLED,
    steps: [fulfil(3), shows({ earned: 3_000 }), cancelFulfilment, shows({ earned: 0 }), cancel],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000 },
  },
  {
    title: "earned when sent: one of three sent comes back, then the rest",
    rules: FULFILLED,
    steps: [fulfil(3), comesBack(1), shows({ earned: 2_000, redeemed: 10_000 }), comesBack(2)],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000 },
  },
  {
    title: "earned when sent: two are sent, one of them comes back, the third is still to be sent",
    rules: FULFILLED,
    steps: [fulfil(2), comesBack(1)],
    expected: { earned: 1_000, redeemed: 10_000, discount: 100, balance: 6_000 },
  },
  {
    // 28.57 for the pillow and 171.43 for the blankets are paid with money.
    title: "earned when sent: each product earns its own part",
    rules: FULFILLED,
    lines: { blanket: 2, pillow: 1 },
    steps: [
      fulfil(1, "pillow"),
      shows({ earned: 285 }),
      fulfil(1),
      shows({ earned: 1_142 }),
      fulfil(1),
    ],
    expected: { earned: 2_000, redeemed: 15_000, balance: 2_000 },
  },
  {
    title: "earned when delivered: in two parcels",
    rules: DELIVERED,
    steps: [fulfil(1), fulfil(2), shows({ earned: 0 }), deliver, shows({ earned: 1_000 }), deliver],
    expected: { earned: 3_000, redeemed: 15_000, balance: 3_000 },
  },
  {
    title: "earned when delivered: one of two that arrived comes back damaged",
    rules: DELIVERED,
    steps: [fulfil(2), deliver, comesBack(1, "blanket", { damaged: 1 })],
    expected: { earned: 1_000, redeemed: 10_000, discount: 100, balance: 6_000 },
  },
]

describe("the points of an order that is sent in parts", () => {
  let market: TestMarket
  let products: StoryProducts<Goods>

  beforeAll(async () => {
    market = await openMarket(GEORGIA)
    products = await makeCollectedProducts(market, { blanket: 150, pillow: 50 })
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it.each(STORIES)("$title", (plan) => playStory(market, products, plan))
})
