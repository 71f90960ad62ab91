import fc from "fast-check"

import {
  JPY,
  KWD,
  openRulesWith,
  PLN,
  WORKED_EXAMPLE,
  workedExampleWith,
} from "../../program/__tests__/worked-example"
import { worthOf } from "../../program/points"
import { NO_FACTS } from "../../earning/item-facts"
import { decimal, sumDecimals } from "../../shared/decimal"
import { type QuoteInput, type QuoteLine, quotePoints } from "../quote"

function line(id: string, payable: string | number, more: Partial<QuoteLine> = {}): QuoteLine {
  const gross = decimal(payable)
  return {
    id,
    payable: gross,
    net_payable: gross.div("1.23"),
    quantity: decimal(1),
    facts: NO_FACTS,
    is_discountable: true,
    earns: true,
    ...more,
  }
}

const giftCard = (payable: string | number) =>
  line("gift_card", payable, { is_discountable: false, earns: false })

/** The shopper of the worked example, who asks to use all their points. */
function shopper(changes: Partial<QuoteInput> = {}): QuoteInput {
  const available = changes.available ?? 15000
  return {
    currency: PLN,
    rules: WORKED_EXAMPLE,
    is_member: true,
    available,
    lines: [line("coat", 450)],
    has_promotions: false,
    points_requested: available,
    ...changes,
  }
}

const quoteOf = (changes: Partial<QuoteInput> = {}) => quotePoints(shopper(changes)).quote
const partsOf = (changes: Partial<QuoteInput> = {}) =>
  quotePoints(shopper(changes)).allocations.map((allocation) => [
    allocation.id,
    allocation.amount.toFixed(),
  ])
const codesOf = (changes: Partial<QuoteInput> = {}) =>
  quoteOf(changes).reasons.map((reason) => reason.code)
const messagesOf = (changes: Partial<QuoteInput> = {}) =>
  quoteOf(changes).reasons.map((reason) => reason.message)

describe("the worked example", () => {
  it("pays 150.00 of 450.00 PLN with 15,000 points", () => {
    expect(quotePoints(shopper()).quote).toEqual({
      eligible: true,
      reasons: [],
      available: 15000,
      order_total: 450,
      max_points: 15000,
      max_discount: 150,
      points_requested: 15000,
      points_applied: 15000,
      discount: 150,
      points_to_earn: 3000,
      currency_code: "pln",
    })
    expect(partsOf()).toEqual([["coat", "150"]])
  })

  it("says what could be paid before anything is requested", () => {
    expect(quoteOf({ points_requested: 0 })).toMatchObject({
      eligible: true,
      max_points: 15000,
      max_discount: 150,
      points_applied: 0,
      discount: 0,
      points_to_earn: 4500,
    })
    expect(partsOf({ points_requested: 0 })).toEqual([])
  })
})

describe("who may pay with points", () => {
  it("tells a guest to log in and what they would earn, without figures about points", () => {
    const quote = quoteOf({ is_member: false, lines: [line("book", 50)] })
    expect(quote).toMatchObject({
      eligible: false,
      available: 0,
      max_points: 0,
      max_discount: 0,
      points_applied: 0,
      points_to_earn: 500,
    })
    expect(quote.reasons).toEqual([
      { code: "not_a_member", message: "Log in or create an account to pay with points." },
    ])
  })

  it("also tells a guest what is wrong with the program", () => {
    expect(codesOf({ is_member: false, rules: null })).toEqual([
      "not_a_member",
      "no_program_for_currency",
    ])
    expect(codesOf({ is_member: false, rules: workedExampleWith({ is_enabled: false }) })).toEqual([
      "not_a_member",
      "program_disabled",
    ])
  })

  it("has nothing to offer in a currency without a program", () => {
    const quote = quoteOf({ rules: null })
    expect(quote).toMatchObject({ eligible: false, max_points: 0, discount: 0, points_to_earn: 0 })
    expect(quote.reasons).toEqual([
      { code: "no_program_for_currency", message: "Points cannot be used in PLN." },
    ])
  })

  it("stops paying and earning while the program is disabled", () => {
    const quote = quoteOf({ rules: workedExampleWith({ is_enabled: false }) })
    expect(quote.reasons.map((reason) => reason.code)).toEqual(["program_disabled"])
    expect(quote).toMatchObject({ discount: 0, points_to_earn: 0 })
  })

  it("objects to promotions only if the merchant does not combine them with points", () => {
    expect(codesOf({ has_promotions: true })).toEqual([])
    const rules = workedExampleWith({ combine_with_promotions: false })
    expect(codesOf({ rules })).toEqual([])
    expect(codesOf({ rules, has_promotions: true })).toEqual(["promotions_not_combinable"])
  })

  it("gives every reason at once", () => {
    expect(
      codesOf({
        rules: workedExampleWith({ is_enabled: false, combine_with_promotions: false }),
        has_promotions: true,
        available: 10,
        lines: [giftCard(20)],
      })
    ).toEqual([
      "program_disabled",
      "promotions_not_combinable",
      "below_minimum_balance",
      "below_minimum_order_total",
      "nothing_to_discount",
    ])
  })
})

describe("the minimum balance", () => {
  it.each([
    [4999, false],
    [5000, true],
    [5001, true],
  ])("lets a shopper with %i points pay: %p", (available, eligible) => {
    expect(quoteOf({ available }).eligible).toBe(eligible)
  })

  it("says how many points are needed and how many there are", () => {
    expect(messagesOf({ available: 3200 })).toEqual([
      "You need at least 5,000 points to pay with points; you have 3,200.",
    ])
  })

  it("says the same to a shopper with none, and to one who owes points", () => {
    const message = "You need at least 5,000 points to pay with points; you have 0."
    expect(messagesOf({ available: 0 })).toEqual([message])
    expect(messagesOf({ available: -70 })).toEqual([message])
  })

  it("lets a shopper who reaches the minimum use fewer points than that", () => {
    expect(quoteOf({ points_requested: 100 })).toMatchObject({ points_applied: 100, discount: 1 })
  })
})

describe("a shopper without a balance worth a coin", () => {
  it.each([0, -5])("has no points to pay with: %i", (available) => {
    expect(quoteOf({ rules: openRulesWith(), available }).reasons).toEqual([
      { code: "no_points", message: "You have no points to pay with yet." },
    ])
  })

  it("learns that the points are worth too little", () => {
    const rules = openRulesWith({ point_value: "0.002" })
    expect(quoteOf({ rules, available: 4 }).reasons).toEqual([
      { code: "no_points", message: "You have 4 points, worth less than 0.01 PLN." },
    ])
    expect(quoteOf({ rules, available: 5 })).toMatchObject({ eligible: true, max_discount: 0.01 })
  })
})

describe("the minimum order", () => {
  it.each([
    ["399.99", false],
    ["400.00", true],
    ["400.01", true],
    ["399.99999999999999999999", true],
  ])("lets an order of %s be paid with points: %p", (total, eligible) => {
    expect(quoteOf({ lines: [line("coat", total)] }).eligible).toBe(eligible)
  })

  it("says what is missing, never 0.00", () => {
    const add = (missing: string) =>
      `Points can be used on orders of 400.00 PLN or more; add ${missing} PLN more.`
    expect(messagesOf({ lines: [line("coat", "387.60")] })).toEqual([add("12.40")])
    expect(messagesOf({ lines: [line("coat", "399.996")] })).toEqual([add("0.01")])
  })

  it("counts gift cards and other lines that points do not pay for", () => {
    const lines = [line("coat", 380), giftCard(20)]
    expect(quoteOf({ lines })).toMatchObject({ eligible: true, order_total: 400 })
  })
})

describe("the maximum discount", () => {
  it.each([
    [49_999, 499.99, 49_999],
    [50_000, 500, 50_000],
    [50_001, 500, 50_000],
    [90_000, 500, 50_000],
  ])("%i points pay %d", (available, discount, points_applied) => {
    expect(quoteOf({ available, lines: [line("coat", 900)] })).toMatchObject({
      max_discount: discount,
      max_points: points_applied,
      discount,
      points_applied,
    })
  })

  it("can be a percentage of the order, rounded down to a coin", () => {
    const rules = workedExampleWith({ maximum_discount_percent: "12.5" })
    expect(quoteOf({ rules, lines: [line("coat", "450.03")] })).toMatchObject({
      max_discount: 56.25,
      max_points: 5625,
      points_applied: 5625,
    })
  })

  it("is the lower of money and percentage", () => {
    const limited = (maximum_discount: string, maximum_discount_percent: string) =>
      quoteOf({ rules: workedExampleWith({ maximum_discount, maximum_discount_percent }) }).discount
    expect(limited("90", "20.01")).toBe(90)
    expect(limited("90", "20")).toBe(90)
    expect(limited("90", "19.99")).toBe(89.95)
    expect(limited("500", "100")).toBe(150)
  })

  it("of nothing leaves nothing to discount", () => {
    const nothing = { code: "nothing_to_discount", message: expect.any(String) }
    for (const limit of [{ maximum_discount: "0" }, { maximum_discount_percent: "0" }]) {
      expect(quoteOf({ rules: workedExampleWith(limit) }).reasons).toEqual([nothing])
    }
  })
})

describe("the points that are taken", () => {
  it("are never more than were asked for", () => {
    expect(quoteOf({ points_requested: 7000 })).toMatchObject({
      points_requested: 7000,
      points_applied: 7000,
      discount: 70,
      max_points: 15000,
    })
  })

  it("are lowered to the rules, and the quote still says what was asked for", () => {
    expect(quoteOf({ points_requested: 99_999 })).toMatchObject({
      points_requested: 99_999,
      points_applied: 15_000,
    })
  })

  it("are the fewest that are worth the discount", () => {
    const rules = openRulesWith({ point_value: "0.003" })
    expect(quoteOf({ rules, available: 5, lines: [line("pen", 10)] })).toMatchObject({
      discount: 0.01,
      points_applied: 4,
    })
  })

  it("are none when the points are worth less than a coin", () => {
    const rules = openRulesWith({ point_value: "0.003" })
    expect(quoteOf({ rules, points_requested: 3 })).toMatchObject({
      eligible: true,
      points_applied: 0,
      discount: 0,
    })
  })

  it.each([
    [JPY, "1", 100, 100],
    [KWD, "0.001", 1234, 1.234],
  ])("pay in the coins of the currency", (currency, point_value, available, discount) => {
    const rules = openRulesWith({ point_value })
    expect(quoteOf({ currency, rules, available })).toMatchObject({
      discount,
      points_applied: available,
      currency_code: currency.code,
    })
  })
})

describe("the lines that points pay for", () => {
  it("are the discountable ones, in proportion", () => {
    const lines = [line("coat", 300), giftCard(200), line("hat", 150)]
    expect(partsOf({ lines })).toEqual([
      ["coat", "100"],
      ["hat", "50"],
    ])
  })

  it("can be paid off entirely, fractions of a coin included", () => {
    const changes = { rules: openRulesWith(), lines: [line("tea", "23.7881")] }
    expect(partsOf(changes)).toEqual([["tea", "23.7881"]])
    expect(quoteOf(changes)).toMatchObject({
      order_total: 23.7881,
      discount: 23.78,
      points_applied: 2378,
      points_to_earn: 0,
    })
  })

  it.each([
    ["a gift card", [giftCard(450)]],
    ["an empty cart", []],
    ["a line that promotions made free", [line("coat", 0)]],
    ["less than a coin", [line("pin", "0.009")]],
  ])("do not exist with %s", (_, lines) => {
    expect(codesOf({ rules: openRulesWith(), lines })).toEqual(["nothing_to_discount"])
  })

  it("of less than a coin each can only be paid off together", () => {
    const lines = ["0.9", "0.9", "0.9"].map((payable, index) => line(`pin_${index}`, payable))
    const changes = { currency: JPY, rules: openRulesWith({ point_value: "1" }), lines }
    expect(codesOf({ ...changes, available: 1 })).toEqual(["nothing_to_discount"])
    expect(quoteOf({ ...changes, available: 2 })).toMatchObject({ eligible: true, discount: 2 })
  })
})

describe("the points that an order will earn", () => {
  it("come from what is paid with money", () => {
    const lines = [line("coat", 300), giftCard(200), line("hat", 150)]
    expect(quoteOf({ lines }).points_to_earn).toBe(3000)
    expect(quoteOf({ lines, points_requested: 0 }).points_to_earn).toBe(4500)
  })

  it("can be counted without tax, points taking their share of the net price", () => {
    const rules = workedExampleWith({ earning_basis: "subtotal" })
    const lines = [line("coat", "369")]
    expect(quoteOf({ rules, lines, points_requested: 0 }).points_to_earn).toBe(3000)
    expect(
      quoteOf({ rules, lines: [line("coat", 450)], points_requested: 8100 }).points_to_earn
    ).toBe(3000)
  })

  it("leave out lines that do not earn although points pay for them", () => {
    const lines = [line("coat", 300), line("hat", 150, { earns: false })]
    expect(quoteOf({ lines }).points_to_earn).toBe(2000)
  })
})

describe("any quote", () => {
  const anyLine = fc.record({
    payable: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 5_000_000 })),
    is_discountable: fc.boolean(),
    earns: fc.boolean(),
  })
  const anyLimit = fc.option(fc.integer({ min: 0, max: 1000 }).map(String))
  const anyInput = fc
    .record({
      decimal_digits: fc.integer({ min: 0, max: 4 }),
      is_member: fc.boolean(),
      available: fc.integer({ min: -100, max: 100_000 }),
      points_requested: fc.integer({ min: 0, max: 200_000 }),
      lines: fc.array(anyLine, { maxLength: 5 }),
      point_value: fc.integer({ min: 1, max: 9999 }),
      minimum_balance: fc.integer({ min: 0, max: 100 }),
      maximum_discount: anyLimit,
      maximum_discount_percent: fc.option(fc.integer({ min: 0, max: 100 }).map(String)),
    })
    .map(({ decimal_digits, lines, point_value, ...rest }): QuoteInput => ({
      currency: { code: "xxx", decimal_digits },
      rules: openRulesWith({
        point_value: decimal(point_value).shiftedBy(-5).toFixed(),
        minimum_balance: rest.minimum_balance,
        maximum_discount: rest.maximum_discount,
        maximum_discount_percent: rest.maximum_discount_percent,
      }),
      is_member: rest.is_member,
      available: rest.available,
      points_requested: rest.points_requested,
      has_promotions: false,
      lines: lines.map(({ payable, ...flags }, index) =>
        line(`line_${index}`, decimal(payable).shiftedBy(-4).toFixed(), flags)
      ),
    }))

  it("never takes more points than were asked for, allowed or available", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { quote, allocations } = quotePoints(input)
        const limit = Math.min(input.points_requested, Math.max(quote.available, 0))
        expect(quote.points_applied).toBeLessThanOrEqual(limit)
        expect(quote.points_applied).toBeLessThanOrEqual(quote.max_points)
        expect(quote.discount).toBeLessThanOrEqual(quote.max_discount)
        expect(quote.eligible).toBe(quote.reasons.length === 0)
        expect(quote.eligible).toBe(quote.max_discount > 0)
        expect(quote.points_applied > 0).toBe(allocations.length > 0)
      })
    )
  })

  it("takes the stated discount off the lines, for points that cover it", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { quote, allocations } = quotePoints(input)
        const taken = sumDecimals(allocations.map((allocation) => allocation.amount))
        const coin = decimal(1).shiftedBy(-input.currency.decimal_digits)
        expect(taken.gte(quote.discount)).toBe(true)
        expect(taken.minus(quote.discount).lt(coin)).toBe(true)
        for (const allocation of allocations) {
          const paid = input.lines.find((candidate) => candidate.id === allocation.id)
          expect(paid?.is_discountable && allocation.amount.lte(paid.payable)).toBe(true)
        }
        if (input.rules && quote.points_applied > 0) {
          expect(worthOf(quote.points_applied, input.rules).gte(quote.discount)).toBe(true)
          expect(worthOf(quote.points_applied - 1, input.rules).lt(quote.discount)).toBe(true)
        }
      })
    )
  })

  it("never gives a smaller discount for a larger request", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: 200_000 }), (input, other) => {
        const off = (points_requested: number) =>
          quotePoints({ ...input, points_requested }).quote.discount
        const [less, more] = [input.points_requested, other].sort((a, b) => a - b)
        expect(off(less ?? 0)).toBeLessThanOrEqual(off(more ?? 0))
      })
    )
  })

  it("applies the same when its own points_applied is asked for again", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { quote } = quotePoints(input)
        const again = quotePoints({ ...input, points_requested: quote.points_applied }).quote
        expect(again.discount).toBe(quote.discount)
        expect(again.points_applied).toBe(quote.points_applied)
      })
    )
  })
})
