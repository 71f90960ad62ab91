import { expectCleanAudit } from "../../support/audit"
import { country, openMarket, type TestMarket } from "../../support/markets"
import { livedAndUndone, randomLives } from "../../support/stories/random"
import { makeCollectedProducts, type StoryProducts } from "../../support/stories/products"
import { playStory } from "../../support/stories/play"

const ISRAEL = country("Israel", "il", "ils", 18)

/** Another seed gives two other lives. */
const SEED = 20_261_122

const LIVES = randomLives(2, SEED).map((life, index) => ({
  life,
  earn_on: ["payment_captured", "order_fulfilled"][index],
  title: life.map(({ move, hearing }) => `${move} ${hearing}`).join(", "),
}))

describe("whatever happens to an order, when all of it is undone", () => {
  let market: TestMarket
  let products: StoryProducts<"blanket">

  beforeAll(async () => {
    market = await openMarket(ISRAEL)
    products = await makeCollectedProducts(market, { blanket: 150 })
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it.each(LIVES)(
    "the shopper has exactly the same points as before: $title",
    ({ life, earn_on, title }) =>
      playStory(market, products, {
        title,
        rules: { earn_on },
        steps: livedAndUndone(life, 3),
        expected: { earned: 0, redeemed: 0, discount: 0, balance: 15_000, available: 15_000 },
      })
  )
})
