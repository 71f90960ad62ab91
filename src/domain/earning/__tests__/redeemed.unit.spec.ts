import fc from "fast-check"

import { decimal, sumDecimals, ZERO } from "../../shared/decimal"
import {
  type DiscountedLine,
  discountDropped,
  discountsToLower,
  excessOf,
  pointsStillRedeemed,
} from "../redeemed"

const WORTH_150 = { points: 15000, discount: decimal(150) }

/** Units at a price, of which points pay `discount` and some came back. */
function line(price: number, quantity: number, discount: number, returned = 0): DiscountedLine {
  const perUnit = decimal(price).minus(decimal(discount).div(quantity))
  return {
    id: `${quantity} × ${price}`,
    total: perUnit.times(quantity - returned),
    quantity: decimal(quantity),
    returned: decimal(returned),
    points_discount: decimal(discount),
  }
}

describe("the points that an order's remaining discount accounts for", () => {
  const left = (...lines: DiscountedLine[]) => pointsStillRedeemed(WORTH_150, lines)

  it("are all of them while nothing changed, and none once everything came back", () => {
    expect(left(line(150, 3, 150))).toBe(15000)
    expect(left(line(150, 3, 150, 3))).toBe(0)
    expect(left(line(100, 1, 50, 1), line(200, 2, 100, 2))).toBe(0)
  })

  it("go back with each unit", () => {
    expect(left(line(150, 3, 150, 1))).toBe(10000)
    expect(left(line(150, 3, 150, 2))).toBe(5000)
  })

  it("are the fewest that cover what is left", () => {
    const odd = { points: 100, discount: decimal(1) }
    expect(pointsStillRedeemed(odd, [line(10, 3, 1, 1)])).toBe(67)
    expect(pointsStillRedeemed(odd, [line(10, 3, 1, 2)])).toBe(34)
  })

  it("are those of the lines left by an edit", () => {
    expect(left(line(200, 1, 100))).toBe(10000)
    expect(left()).toBe(0)
  })

  it("are no more than the line can take", () => {
    expect(left(line(100, 1, 150))).toBe(10000)
    expect(left(line(100, 2, 300, 1))).toBe(10000)
  })

  it("are not taken again when an edit adds units after others came back", () => {
    const redeemed = { ...WORTH_150, still: 10000 }
    expect(pointsStillRedeemed(redeemed, [line(150, 6, 150, 1)])).toBe(10000)
    expect(pointsStillRedeemed(redeemed, [line(150, 3, 150, 2)])).toBe(5000)
  })

  it("are none for an order without points", () => {
    expect(pointsStillRedeemed(null, [line(150, 3, 150)])).toBe(0)
    expect(pointsStillRedeemed({ points: 0, discount: ZERO }, [])).toBe(0)
  })

  it("never grow with a return, are whole, and end at exactly zero", () => {
    const anyLine = fc.record({
      quantity: fc.integer({ min: 1, max: 7 }),
      price: fc.integer({ min: 1, max: 500 }),
      cents: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 100_000 }),
        (plans, points) => {
          const linesAfter = (share: (quantity: number) => number) =>
            plans.map(({ quantity, price, cents }) =>
              line(price, quantity, (price * quantity * cents) / 100, share(quantity))
            )
          const discount = sumDecimals(linesAfter(() => 0).map((one) => one.points_discount))
          const redeemed = { points, discount }
          const whole = pointsStillRedeemed(
            redeemed,
            linesAfter(() => 0)
          )
          const some = pointsStillRedeemed(
            redeemed,
            linesAfter((quantity) => quantity >> 1)
          )
          expect(whole).toBe(discount.gt(0) ? points : 0)
          expect(some).toBeLessThanOrEqual(whole)
          expect(Number.isInteger(some)).toBe(true)
          expect(
            pointsStillRedeemed(
              redeemed,
              linesAfter((quantity) => quantity)
            )
          ).toBe(0)
        }
      )
    )
  })
})

describe("discounts that are too large", () => {
  const lowered = (still: number | undefined, ...lines: DiscountedLine[]) =>
    discountsToLower({ ...WORTH_150, still }, lines, 2).map(({ id, points_discount }) => [
      id,
      points_discount.toFixed(),
    ])

  it("are none while the lines can take them and the points pay for them", () => {
    expect(lowered(undefined, line(150, 3, 150))).toEqual([])
    expect(lowered(15000, line(150, 3, 150))).toEqual([])
    expect(lowered(10000, line(150, 3, 150, 1))).toEqual([])
  })

  it("are lowered to what the line costs", () => {
    expect(lowered(15000, line(100, 1, 150), line(50, 1, 0))).toEqual([["1 × 100", "100"]])
  })

  it("are lowered to what the points still redeemed pay for", () => {
    expect(lowered(10000, line(150, 6, 150, 1))).toEqual([["6 × 150", "120"]])
    expect(lowered(0, line(150, 3, 150))).toEqual([["3 × 150", "0"]])
  })

  it("leave no more than the points pay for, to the coin, once lowered", () => {
    const anyLine = fc.record({
      price: fc.integer({ min: 1, max: 300 }),
      quantity: fc.integer({ min: 1, max: 6 }),
      percent: fc.integer({ min: 0, max: 150 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 15000 }),
        (plans, still) => {
          const lines = plans.map(({ price, quantity, percent }, index) => ({
            ...line(price, quantity, (price * quantity * percent) / 100),
            id: String(index),
          }))
          const discount = sumDecimals(lines.map((one) => one.points_discount))
          const redeemed = { points: 15000, discount, still }
          const fixed = new Map(
            discountsToLower(redeemed, lines, 2).map((one) => [one.id, one.points_discount])
          )
          const after = lines.map((one) => {
            const points_discount = fixed.get(one.id) ?? one.points_discount
            const total = one.total.plus(one.points_discount).minus(points_discount)
            return { ...one, points_discount, total }
          })
          expect(discountsToLower(redeemed, after, 2)).toEqual([])
          after.forEach(({ total }) => expect(total.gte(0)).toBe(true))
        }
      )
    )
  })
})

describe("what an edit took off the discount", () => {
  const dropped = (...lines: DiscountedLine[]) => discountDropped(WORTH_150, lines).toNumber()

  it("is nothing for an untouched order, or one with returned units", () => {
    expect(dropped(line(150, 3, 150))).toBe(0)
    expect(dropped(line(150, 3, 150, 2))).toBe(0)
    expect(dropped(line(150, 3, 150, 3))).toBe(0)
  })

  it("is what lines lost", () => {
    expect(dropped(line(200, 1, 100))).toBe(50)
    expect(dropped(line(150, 3, 0))).toBe(150)
    expect(dropped()).toBe(150)
  })

  it("is what a line that became too cheap cannot take", () => {
    expect(excessOf(line(100, 1, 150)).toNumber()).toBe(50)
    expect(dropped(line(100, 1, 150))).toBe(50)
  })

  it("is nothing for an order without points", () => {
    expect(discountDropped(null, [line(10, 1, 0)]).toNumber()).toBe(0)
  })
})
