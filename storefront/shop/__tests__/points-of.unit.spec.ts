import { pointsCode } from "../../../src/domain/checkout/adjustment-code"
import { pointsOf } from "../src/cart/points-of"

const points = (amount: number) => ({ amount, code: pointsCode(15_000), promotion_id: null })
const promotion = (amount: number) => ({ amount, code: "10OFF", promotion_id: "promo_1" })

describe("the points discount on a cart", () => {
  it("is read from the adjustments that the server writes", () => {
    const lines = [
      { adjustments: [promotion(5), points(100.01)] },
      { adjustments: [points(49.99)] },
      {},
    ]
    expect(pointsOf(lines)).toEqual({ points: 15_000, amount: 150 })
  })

  it("is nothing when there are only promotions", () => {
    expect(pointsOf([{ adjustments: [promotion(5)] }])).toEqual({ points: 0, amount: 0 })
  })

  it("can be a single point", () => {
    const lines = [{ adjustments: [{ amount: 0.01, code: pointsCode(1) }] }]
    expect(pointsOf(lines)).toEqual({ points: 1, amount: 0.01 })
  })
})
