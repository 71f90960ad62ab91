import { expectCleanAudit } from "../../support/audit"
import { country, openMarket, type TestMarket } from "../../support/markets"
import { makeProducts, type StoryProducts } from "../../support/stories/products"
import { playStory, type StoryPlan } from "../../support/stories/play"
import {
  cancel,
  capture,
  comesBack,
  complete,
  fulfil,
  refund,
  shows,
} from "../../support/stories/steps"

type Goods = "blanket"

const CANADA = country("Canada", "ca", "cad", 5)

const CAPTURED = { earn_on: "payment_captured" }

/** Three blankets of 150.00 less 15,000 points (150.00), and delivery at 15.00: 315.00 to pay. */
const STORIES: StoryPlan<Goods>[] = [
  {
    title: "earned when paid: in three parts",
    rules: CAPTURED,
    steps: [
      capture(105),
      shows({ earned: 1_000 }),
      capture(105),
      shows({ earned: 2_000 }),
      capture(105),
    ],
    expected: { earned: 3_000, redeemed: 15_000, discount: 150, balance: 3_000 },
  },
  {
    title: "earned when paid: a part is paid, then the order is canceled",
    rules: CAPTURED,
    steps: [capture(105), shows({ earned: 1_000 }), cancel],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000 },
  },
  {
    title: "earned when paid: one comes back and its money goes back",
    rules: CAPTURED,
    steps: [capture(), fulfil(3), comesBack(1), shows({ earned: 2_000 }), refund(100)],
    expected: { earned: 2_000, redeemed: 10_000, discount: 100, balance: 7_000 },
  },
  {
    // 105.00 of the 215.00 that the order costs now: 2,000 × 105 / 215.
    title: "earned when paid: a part is paid and one comes back",
    rules: CAPTURED,
    steps: [capture(105), fulfil(3), comesBack(1)],
    expected: { earned: 976, redeemed: 10_000, discount: 100, balance: 5_976 },
  },
  {
    // A fifth of 315.00 is given back: the goods cost 240.00, and all of it is paid.
    title: "earned when paid: money is given back as goodwill",
    rules: CAPTURED,
    steps: [capture(), refund(63)],
    expected: { earned: 2_400, redeemed: 15_000, discount: 150, balance: 2_400 },
  },
  {
    title: "earned when completed: money is given back as goodwill, in two parts",
    steps: [capture(), complete, refund(31.5), shows({ earned: 2_700 }), refund(31.5)],
    expected: { earned: 2_400, redeemed: 15_000, discount: 150, balance: 2_400 },
  },
  {
    // 100.00 are owed; the other 43.00 are a fifth of the 215.00 that the order costs now.
    title: "earned when completed: one comes back and more is refunded than is owed",
    steps: [capture(), complete, fulfil(3), comesBack(1), refund(143)],
    expected: { earned: 1_600, redeemed: 10_000, discount: 100, balance: 6_600 },
  },
]

describe("the points of an order that is paid and refunded", () => {
  let market: TestMarket
  let products: StoryProducts<Goods>

  beforeAll(async () => {
    market = await openMarket(CANADA)
    products = await makeProducts(market, { blanket: 150 })
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it.each(STORIES.map((plan) => ({ ...plan, isDelivered: true })))("$title", (plan) =>
    playStory(market, products, plan)
  )
})
