import { pointsCode } from "../../../src/domain/checkout/adjustment-code"
import { shownDiscount } from "../shown-discount"

describe("the discount that a draft order's page shows", () => {
  it("is what points take off all lines, without promotions", () => {
    const code = pointsCode(15_000)
    const items = [
      {
        adjustments: [
          { code, amount: 90 },
          { code: "PCT10", amount: 30 },
        ],
      },
      {
        adjustments: [
          { code, amount: 60 },
          { code: null, amount: 5 },
        ],
      },
      { adjustments: null },
    ]
    expect(shownDiscount({ id: "order_1", currency_code: "pln", items })).toBe(150)
  })

  it("leaves out fractions of a coin, as the quote does", () => {
    const code = pointsCode(11_799)
    const items = [{ adjustments: [{ code, amount: 117.9882 }] }]
    expect(shownDiscount({ id: "order_1", currency_code: "mkd", items })).toBe(117.98)
  })

  it("is nothing on a draft without lines", () => {
    expect(shownDiscount({ id: "order_1", currency_code: "pln" })).toBe(0)
  })
})
