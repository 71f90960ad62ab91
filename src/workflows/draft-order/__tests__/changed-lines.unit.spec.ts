import { ADJUSTMENT_PROVIDER, pointsCode } from "../../../domain/checkout/adjustment-code"
import type { CartAdjustment } from "../../shared/cart-view"
import type { NewAdjustment } from "../../checkout/part"
import { changedLines } from "../changed-lines"

const COUPON: CartAdjustment = { code: "PCT10", amount: 30, promotion_id: "promo_1" }

describe("the lines of a draft whose discount changes", () => {
  it("are none when the draft shows what it should, even without a provider", () => {
    const draft = draftOf(["a", shown(1_000, 10), COUPON], ["b"])
    expect(changedLines(draft, [wanted("a", 1_000, "10")])).toEqual([])
  })

  it("keep what promotions take off", () => {
    const lines = changedLines(draftOf(["a", COUPON], ["b"]), [wanted("a", 1_000, "10")])
    expect(lines).toMatchObject([
      { item_id: "a", adjustments: [COUPON, { amount: "10", code: pointsCode(1_000) }] },
    ])
  })

  it("are those with another amount, with other points, with too many adjustments or too few", () => {
    const draft = draftOf(
      ["amount", shown(1_000, 10)],
      ["points", shown(900, 10)],
      ["twice", shown(1_000, 10), shown(1_000, 10)],
      ["missing"],
      ["gone", shown(1_000, 10)],
      ["right", shown(1_000, 10)]
    )
    const parts = ["points", "twice", "missing", "right"].map((id) => wanted(id, 1_000, "10"))
    const lines = changedLines(draft, [wanted("amount", 1_000, "9.99"), ...parts])
    expect(lines.map(({ item_id, adjustments }) => [item_id, adjustments.length])).toEqual([
      ["amount", 1],
      ["points", 1],
      ["twice", 1],
      ["missing", 1],
      ["gone", 0],
    ])
  })
})

/** As Medusa leaves it after another change to the order. */
function shown(points: number, amount: number): CartAdjustment {
  return { code: pointsCode(points), amount, provider_id: null, promotion_id: null }
}

function wanted(item_id: string, points: number, amount: string): NewAdjustment {
  const description = `${points} points`
  const fixed = { provider_id: ADJUSTMENT_PROVIDER, is_tax_inclusive: true } as const
  return { item_id, amount, code: pointsCode(points), description, ...fixed }
}

function draftOf(...lines: [string, ...CartAdjustment[]][]) {
  return {
    items: lines.map(([id, ...adjustments]) => ({
      id,
      unit_price: 100,
      quantity: 1,
      adjustments,
    })),
  }
}
