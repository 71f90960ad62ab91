import { expectCleanAudit } from "../../support/audit"
import { resetClock } from "../../support/clock"
import { country, openMarket, type TestMarket } from "../../support/markets"
import { makeCollectedProducts, type StoryProducts } from "../../support/stories/products"
import { playStory, type StoryPlan } from "../../support/stories/play"
import {
  archive,
  cancel,
  comesBack,
  complete,
  daysPass,
  edit,
  fulfil,
  gain,
  heardAgain,
  heardBackwards,
  heardTwice,
  receiveReturn,
  requestReturn,
  rulesBecome,
  shows,
  spend,
  unheard,
} from "../../support/stories/steps"

type Goods = "blanket"

const NEW_ZEALAND = country("New Zealand", "nz", "nzd", 15)

const PLACED = { earn_on: "order_placed" }
const PENDING = { ...PLACED, pending_days: 14 }
const CLAMPED = { ...PLACED, clawback_policy: "clamp_to_zero" }

/** Three blankets of 150.00 less 15,000 points (150.00): 300.00 to pay, which earn 3,000. */
const TIME_AND_DEBT: StoryPlan<Goods>[] = [
  {
    title: "earned points are pending for fourteen days, and then can be spent",
    rules: PENDING,
    points: 0,
    steps: [shows({ balance: 4_500, pending: 4_500, available: 0 }), daysPass(14)],
    expected: { earned: 4_500, balance: 4_500, pending: 0, available: 4_500 },
  },
  {
    title: "a return takes the order's own pending points first",
    rules: PENDING,
    points: 0,
    steps: [shows({ pending: 4_500 }), gain(1_000), fulfil(3), comesBack(1)],
    expected: { earned: 3_000, balance: 4_000, pending: 3_000, available: 1_000 },
  },
  {
    title: "points taken back after they were spent are a debt that the next points cover",
    rules: PLACED,
    points: 0,
    steps: [
      shows({ earned: 4_500 }),
      spend(4_000),
      fulfil(3),
      comesBack(3),
      shows({ earned: 0, balance: -4_000, available: 0 }),
      gain(5_000),
    ],
    expected: { earned: 0, balance: 1_000, available: 1_000 },
  },
  {
    title: "no more is taken back than there is, if the rules say so, and never later",
    rules: CLAMPED,
    points: 0,
    steps: [
      shows({ earned: 4_500 }),
      spend(4_000),
      fulfil(3),
      comesBack(1),
      // 1,500 were to be taken, 500 were there, 1,000 are forgiven.
      shows({ earned: 4_000, balance: 0 }),
      gain(5_000),
    ],
    expected: { earned: 4_000, balance: 5_000, available: 5_000 },
  },
  {
    title: "what was forgiven is not earned a second time",
    rules: CLAMPED,
    points: 0,
    steps: [
      shows({ earned: 4_500 }),
      spend(4_500),
      edit([{ set: 1 }]),
      shows({ earned: 4_500, balance: 0 }),
      edit([{ set: 4 }]),
    ],
    expected: { earned: 6_000, balance: 1_500 },
  },
  {
    title: "a change of the rules changes nothing for orders placed before",
    steps: [
      rulesBecome({ points_per_currency_unit: 1, earn_on: "order_delivered", validity_days: 10 }),
      complete,
      shows({ earned: 3_000 }),
      fulfil(3),
      comesBack(1),
    ],
    expected: { earned: 2_000, redeemed: 10_000, discount: 100, balance: 7_000 },
  },
  {
    title: "the program is switched off after the order was placed",
    steps: [rulesBecome({ is_enabled: false }), complete, shows({ earned: 3_000 }), archive],
    expected: { earned: 3_000, redeemed: 15_000, balance: 3_000 },
  },
]

const EVENTS: StoryPlan<Goods>[] = [
  {
    title: "every event but that of the last return is lost",
    steps: [unheard(fulfil(3), complete, comesBack(1)), shows({ redeemed: 15_000 }), comesBack(1)],
    expected: { earned: 1_000, redeemed: 5_000, discount: 50, balance: 11_000 },
  },
  {
    title: "every event comes twice",
    steps: [heardTwice(fulfil(3), complete, requestReturn(2), receiveReturn({ damaged: 1 }))],
    expected: { earned: 1_000, redeemed: 5_000, discount: 50, balance: 11_000 },
  },
  {
    title: "every event comes late and in the wrong order",
    steps: [heardBackwards(edit([{ set: 4 }]), fulfil(4), complete, comesBack(1))],
    // 37.50 of discount and 112.50 of money on each of the four.
    expected: { earned: 3_375, redeemed: 11_250, discount: 112.5, balance: 7_125 },
  },
  {
    title: "old events come again after the order was canceled",
    rules: PLACED,
    steps: [
      shows({ earned: 3_000 }),
      cancel,
      heardAgain("order.placed"),
      heardAgain("order.completed"),
      heardAgain("order.canceled"),
    ],
    expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000 },
  },
]

describe("the points of an order over time, with debts and lost events", () => {
  let market: TestMarket
  let products: StoryProducts<Goods>

  beforeAll(async () => {
    market = await openMarket(NEW_ZEALAND)
    products = await makeCollectedProducts(market, { blanket: 150 })
  })

  afterEach(resetClock)

  afterAll(() => expectCleanAudit(market.merchant))

  it.each(TIME_AND_DEBT)("$title", (plan) => playStory(market, products, plan))

  it.each(EVENTS)("$title", (plan) => playStory(market, products, plan))
})
