import fc from "fast-check"

import { type Decimal, decimal, floorTo, sumDecimals } from "../../shared/decimal"
import {
  allocateDiscount,
  coverableDiscount,
  type DiscountLine,
  type Allocation,
  allocationsOf,
  payableOf,
} from "../allocation"

const lines = (...payables: (string | number)[]): DiscountLine[] =>
  payables.map((payable, index) => ({ id: `line_${index + 1}`, payable: decimal(payable) }))
const amounts = (allocations: Allocation[]) =>
  Object.fromEntries(allocations.map((allocation) => [allocation.id, allocation.amount.toFixed()]))
const sumOf = (allocations: Allocation[]) =>
  sumDecimals(allocations.map((allocation) => allocation.amount))

/** What must hold for every allocation. */
function expectSound(
  discount: Decimal,
  on: DiscountLine[],
  digits: number,
  allocations: Allocation[]
) {
  expect(sumOf(allocations).toFixed()).toBe(discount.toFixed())
  for (const allocation of allocations) {
    const payable = on.find((line) => line.id === allocation.id)?.payable ?? decimal(-1)
    expect(allocation.amount.gt(0)).toBe(true)
    expect(allocation.amount.shiftedBy(digits).isInteger()).toBe(true)
    expect(allocation.amount.lte(floorTo(payable, digits))).toBe(true)
  }
}

function allocate(discount: string, on: DiscountLine[], digits: number) {
  const allocations = allocateDiscount(decimal(discount), on, digits)
  expectSound(decimal(discount), on, digits, allocations)
  return amounts(allocations)
}

const anyDigits = fc.integer({ min: 0, max: 4 })
/** Payables with up to three decimals more than the coins have. */
const anyRooms = (digits: number) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 50_000_000 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((payables) =>
      lines(
        ...payables.map((payable) =>
          decimal(payable)
            .shiftedBy(-digits - 3)
            .toFixed()
        )
      )
    )
const anyCart = anyDigits.chain((digits) =>
  fc.record({
    digits: fc.constant(digits),
    cart: anyRooms(digits),
    share: fc.integer({ min: 0, max: 1000 }),
  })
)
const fittingDiscount = (cart: DiscountLine[], digits: number, share: number) =>
  floorTo(
    sumDecimals(cart.map((line) => floorTo(line.payable, digits)))
      .times(share)
      .div(1000),
    digits
  )

describe("spreading a discount over the lines of a cart", () => {
  it("takes 150.00 PLN off a single line of 450.00 PLN", () => {
    expect(allocate("150", lines(450), 2)).toEqual({ line_1: "150" })
  })

  it("gives more to more expensive lines", () => {
    expect(allocate("150", lines(300, 150), 2)).toEqual({ line_1: "100", line_2: "50" })
  })

  it("gives the odd coin to the largest remainder, the earlier line first", () => {
    expect(allocate("100", lines(100, 100, 100), 2)).toEqual({
      line_1: "33.34",
      line_2: "33.33",
      line_3: "33.33",
    })
    expect(allocate("0.02", lines(1, 2, 3), 2)).toEqual({ line_2: "0.01", line_3: "0.01" })
  })

  it.each([
    [0, "100", { line_1: "34", line_2: "33", line_3: "33" }],
    [2, "100", { line_1: "33.34", line_2: "33.33", line_3: "33.33" }],
    [3, "100", { line_1: "33.334", line_2: "33.333", line_3: "33.333" }],
  ])("uses the coins of a currency with %i decimals", (digits, discount, allocations) => {
    expect(allocate(discount, lines(50, 50, 50), digits)).toEqual(allocations)
  })

  it("passes a coin on when a line has no payable for it", () => {
    expect(allocate("3", lines("1.9", "1.9", "1.2"), 0)).toEqual({
      line_1: "1",
      line_2: "1",
      line_3: "1",
    })
    expect(allocate("6", lines("0.9", "0.9", "0.9", "0.9", "6"), 0)).toEqual({ line_5: "6" })
  })

  it("leaves out lines that get nothing", () => {
    expect(allocate("0.01", lines(0, 100, 0), 2)).toEqual({ line_2: "0.01" })
    expect(allocate("0", lines(100), 2)).toEqual({})
    expect(allocate("5", lines(-3, 100), 2)).toEqual({ line_2: "5" })
  })

  it.each([
    ["negative", "-1"],
    ["not whole coins", "0.001"],
    ["more than the lines can take", "100.01"],
  ])("refuses a discount that is %s", (_, discount) => {
    expect(() => allocateDiscount(decimal(discount), lines(60, 40), 2)).toThrow(RangeError)
  })

  it("refuses a discount on an empty cart", () => {
    expect(() => allocateDiscount(decimal("0.01"), [], 2)).toThrow(RangeError)
  })

  it("sums to the discount, in whole coins, within every line's payable", () => {
    fc.assert(
      fc.property(anyCart, ({ cart, digits, share }) => {
        const discount = fittingDiscount(cart, digits, share)
        expectSound(discount, cart, digits, allocateDiscount(discount, cart, digits))
      })
    )
  })

  it("is proportional within one coin when no line is full", () => {
    fc.assert(
      fc.property(anyCart, ({ cart, digits, share }) => {
        const discount = fittingDiscount(cart, digits, share)
        const allocations = new Map(
          allocateDiscount(discount, cart, digits).map((allocation) => [
            allocation.id,
            allocation.amount,
          ])
        )
        const partOf = (line: DiscountLine) => allocations.get(line.id) ?? decimal(0)
        fc.pre(cart.every((line) => partOf(line).lt(floorTo(line.payable, digits))))
        const total = payableOf(cart)
        for (const line of cart) {
          const ideal = discount.times(line.payable).div(total)
          expect(partOf(line).minus(ideal).abs().shiftedBy(digits).lt(1)).toBe(true)
        }
      })
    )
  })

  it("takes the same off the cart in whatever order its lines come", () => {
    fc.assert(
      fc.property(anyCart, ({ cart, digits, share }) => {
        const discount = fittingDiscount(cart, digits, share)
        const reversed = [...cart].reverse()
        expect(sumOf(allocateDiscount(discount, reversed, digits)).toFixed()).toBe(
          sumOf(allocateDiscount(discount, cart, digits)).toFixed()
        )
      })
    )
  })
})

describe("how much of what a shopper can afford the lines can take", () => {
  const cover = (affordable: string, on: DiscountLine[], digits = 2) => {
    const coverable = coverableDiscount(decimal(affordable), on, digits)
    return {
      discount: coverable.discount.toFixed(),
      covers_all: coverable.covers_all,
      allocations: amounts(allocationsOf(coverable, on, digits)),
    }
  }

  it("pays lines with fractions of a coin off entirely", () => {
    expect(cover("23.78", lines("11.8938", "11.8943"))).toEqual({
      discount: "23.78",
      covers_all: true,
      allocations: { line_1: "11.8938", line_2: "11.8943" },
    })
  })

  it("keeps to whole coins one coin below that", () => {
    expect(cover("23.77", lines("11.8938", "11.8943"))).toEqual({
      discount: "23.77",
      covers_all: false,
      allocations: { line_1: "11.88", line_2: "11.89" },
    })
  })

  it("gives no more than the lines have in whole coins", () => {
    expect(cover("2", lines("0.9", "0.9", "1.9"), 0)).toEqual({
      discount: "1",
      covers_all: false,
      allocations: { line_3: "1" },
    })
  })

  it("does not use fractions of a coin that a shopper can afford", () => {
    expect(cover("10.019", lines(100))).toMatchObject({ discount: "10.01" })
  })

  it("does not cover less than a coin: it would cost no points", () => {
    expect(cover("100", lines("0.004"))).toEqual({
      discount: "0",
      covers_all: false,
      allocations: {},
    })
    expect(cover("100", [])).toEqual({ discount: "0", covers_all: false, allocations: {} })
  })

  it("takes nothing for nothing", () => {
    expect(cover("0", lines(100))).toMatchObject({ discount: "0", allocations: {} })
    expect(cover("-5", lines(100))).toMatchObject({ discount: "0", allocations: {} })
  })

  it("pays off a total that a tax division left just below a whole coin", () => {
    expect(cover("59.97", lines("59.96999999999999999999"))).toMatchObject({
      discount: "59.97",
      covers_all: true,
    })
  })

  it("never exceeds what is affordable, and leaves no fraction when it covers all", () => {
    fc.assert(
      fc.property(anyCart, fc.integer({ min: 0, max: 60_000_000 }), ({ cart, digits }, money) => {
        const affordable = decimal(money).shiftedBy(-digits - 3)
        const coverable = coverableDiscount(affordable, cart, digits)
        const allocations = allocationsOf(coverable, cart, digits)
        expect(coverable.discount.lte(affordable)).toBe(true)
        if (!coverable.covers_all) {
          expectSound(coverable.discount, cart, digits, allocations)
          return
        }
        expect(sumOf(allocations).toFixed()).toBe(payableOf(cart).toFixed())
        expect(sumOf(allocations).minus(coverable.discount).shiftedBy(digits).lt(1)).toBe(true)
      })
    )
  })

  it("never takes less off for a shopper who can afford more", () => {
    const anyMoney = fc.integer({ min: 0, max: 60_000_000 })
    fc.assert(
      fc.property(anyCart, anyMoney, anyMoney, ({ cart, digits }, a, b) => {
        const off = (money: number) =>
          coverableDiscount(decimal(money).shiftedBy(-digits - 3), cart, digits).discount
        expect(off(Math.min(a, b)).lte(off(Math.max(a, b)))).toBe(true)
      })
    )
  })
})
