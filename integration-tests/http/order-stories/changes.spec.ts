import { expectCleanAudit } from "../../support/audit"
import { country, openMarket, type TestMarket } from "../../support/markets"
import { makePromotion } from "../../support/promotions"
import { makeCollectedProducts, type StoryProducts } from "../../support/stories/products"
import { playStory, type StoryPlan } from "../../support/stories/play"
import {
  callOff,
  cancel,
  claim,
  comesBack,
  complete,
  costs,
  edit,
  exchange,
  fulfil,
  receiveReturn,
  shows,
} from "../../support/stories/steps"

type Goods = "blanket" | "pillow"

const AUSTRALIA = country("Australia", "au", "aud", 10)

/** A tenth off everything; the tests' market creates it. */
const TENTH_OFF = "TENTH-OFF"

/** Three blankets of 150.00 less 15,000 points (150.00): 300.00 to pay, which earn 3,000. */
const EDITS: StoryPlan<Goods>[] = [
  {
    title: "edited up after it was completed",
    steps: [complete, shows({ earned: 3_000 }), edit([{ set: 4 }])],
    expected: { earned: 4_500, redeemed: 15_000, discount: 150, balance: 4_500 },
  },
  {
    title: "one comes back, then more are ordered: points that came back stay with the shopper",
    steps: [
      fulfil(3),
      complete,
      comesBack(1),
      shows({ earned: 2_000, redeemed: 10_000 }),
      edit([{ set: 6 }]),
      costs(650),
    ],
    expected: { dropped: 30, earned: 6_500, redeemed: 10_000, discount: 100, balance: 11_500 },
  },
  {
    title: "edited down: the discount still fits its line",
    steps: [complete, edit([{ set: 2 }]), costs(150)],
    expected: { earned: 1_500, redeemed: 15_000, discount: 150, balance: 1_500 },
  },
  {
    title: "edited down so far that the discount no longer fits: the excess is given back",
    points: 30_000,
    steps: [complete, shows({ earned: 1_500, redeemed: 30_000 }), edit([{ set: 1 }]), costs(0)],
    expected: { dropped: 150, earned: 0, redeemed: 15_000, discount: 150, balance: 15_000 },
  },
  {
    title: "edited down too far, then up again: the discount that was given back does not return",
    points: 30_000,
    steps: [edit([{ set: 1 }]), shows({ redeemed: 15_000 }), edit([{ set: 3 }]), costs(300)],
    expected: { dropped: 150, earned: 0, redeemed: 15_000, discount: 150, balance: 15_000 },
  },
  {
    title: "edited down too far, then canceled",
    points: 30_000,
    steps: [edit([{ set: 1 }]), shows({ redeemed: 15_000 }), cancel],
    expected: { dropped: 0, earned: 0, redeemed: 0, discount: 0, balance: 30_000 },
  },
  {
    // Of 350.00 less 150.00 the blankets carry 128.57 of the discount.
    title: "a line is removed: its points come back",
    lines: { blanket: 2, pillow: 1 },
    steps: [edit([{ set: 0, of: "pillow" }]), complete, costs(171.43)],
    expected: { dropped: 21.43, earned: 1_714, redeemed: 12_857, discount: 128.57, balance: 3_857 },
  },
  {
    title: "a line is added",
    steps: [edit([{ add: 1, of: "pillow" }]), complete, costs(350)],
    expected: { earned: 3_500, redeemed: 15_000, discount: 150, balance: 3_500 },
  },
  {
    title: "a line is replaced by another: all points come back",
    steps: [edit([{ set: 0 }, { add: 4, of: "pillow" }]), complete, costs(200)],
    expected: { dropped: 150, earned: 2_000, redeemed: 0, discount: 0, balance: 17_000 },
  },
  {
    // 600.00 less 45.00 of the promotion as it was and 150.00 of points.
    title: "edited with a promotion that is not carried over",
    promotions: [TENTH_OFF],
    steps: [edit([{ set: 4 }]), complete, costs(405)],
    expected: { dropped: 0, earned: 4_050, redeemed: 15_000, discount: 150, balance: 4_050 },
  },
  {
    // Medusa counts the promotion anew and drops the points: 600.00 less 60.00.
    title: "edited with a promotion that is carried over: the points are dropped and come back",
    promotions: [TENTH_OFF],
    steps: [complete, edit([{ set: 4 }], { carryOverPromotions: true }), costs(540)],
    expected: { dropped: 150, earned: 5_400, redeemed: 0, discount: 0, balance: 20_400 },
  },
]

const SWAPS: StoryPlan<Goods>[] = [
  {
    title: "a blanket is exchanged for a pillow",
    steps: [
      fulfil(3),
      complete,
      exchange({ back: 1, out: 1, instead: "pillow" }),
      shows({ earned: 3_500, redeemed: 15_000 }),
      receiveReturn(),
      costs(250),
    ],
    expected: { earned: 2_500, redeemed: 10_000, discount: 100, balance: 7_500 },
  },
  {
    title: "an exchange is canceled",
    steps: [fulfil(3), complete, exchange({ back: 1, out: 1, instead: "pillow" }), callOff],
    expected: { earned: 3_000, redeemed: 15_000, discount: 150, balance: 3_000 },
  },
  {
    title: "one is exchanged, then everything comes back",
    steps: [
      fulfil(3),
      complete,
      exchange({ back: 1, out: 1, instead: "pillow" }),
      receiveReturn(),
      fulfil(1, "pillow"),
      comesBack(2),
      comesBack(1, "pillow"),
    ],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000 },
  },
  {
    title: "a claim: one comes back damaged and money is given",
    steps: [fulfil(3), complete, claim("refund", { back: 1 }), receiveReturn({ damaged: 1 })],
    expected: { earned: 2_000, redeemed: 10_000, discount: 100, balance: 7_000 },
  },
  {
    title: "a claim: one is replaced, at the price that Medusa gives the new one",
    steps: [
      fulfil(3),
      complete,
      claim("replace", { back: 1, out: 1 }),
      receiveReturn(),
      costs(350),
    ],
    expected: { earned: 3_500, redeemed: 10_000, discount: 100, balance: 8_500 },
  },
]

describe("the points of a changed order", () => {
  let market: TestMarket
  let products: StoryProducts<Goods>

  beforeAll(async () => {
    market = await openMarket(AUSTRALIA)
    products = await makeCollectedProducts(market, { blanket: 150, pillow: 50 })
    await makePromotion(market, { type: "percentage", value: 10, code: TENTH_OFF })
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it.each(EDITS)("$title", (plan) => playStory(market, products, plan))

  it.each(SWAPS)("$title", (plan) => playStory(market, products, plan))
})
