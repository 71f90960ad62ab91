import { REASON_CODES } from "../../../src/domain/checkout/eligibility"
import { reasonSentences } from "../lib/reasons"
import type { LoyaltyProgram, LoyaltyQuote } from "../types"
import { plain, PROGRAM, QUOTE, voiceOf } from "./support"

const MESSAGE = "What the store says."

function tell(
  code: string,
  locale: string,
  quote: Partial<LoyaltyQuote> = {},
  program: LoyaltyProgram | undefined = PROGRAM
) {
  // A newer store may know more reasons than these pieces do.
  const reasons = [{ code, message: MESSAGE }] as LoyaltyQuote["reasons"]
  const [sentence] = reasonSentences({
    quote: { ...QUOTE, eligible: false, reasons, ...quote },
    program,
    voice: voiceOf(locale),
  })
  return sentence
}

describe("reasons", () => {
  it.each(REASON_CODES)("are worded in both languages: %s", (code) => {
    const [english, polish] = ["en-GB", "pl-PL"].map((locale) => tell(code, locale)?.text)
    expect(english).not.toBe(MESSAGE)
    expect(polish).not.toBe(MESSAGE)
    expect(polish).not.toBe(english)
    expect(`${english}${polish}`).not.toContain("{")
  })

  it("say how many points are missing", () => {
    const quote = { available: 3200 }
    expect(tell("below_minimum_balance", "en-GB", quote)).toEqual({
      code: "below_minimum_balance",
      text: "You need 5,000 points; you have 3,200: 1,800 more.",
      progress: 0.64,
    })
    expect(plain(tell("below_minimum_balance", "pl-PL", quote)?.text)).toBe(
      "Potrzebujesz 5000 punktów, a masz 3200: brakuje 1800."
    )
  })

  it("count a debt as no points", () => {
    expect(tell("below_minimum_balance", "en", { available: -100 })?.text).toContain("you have 0")
  })

  it("say what to add to the order, to the coin", () => {
    const quote = { order_total: 387.6 }
    expect(plain(tell("below_minimum_order_total", "en-GB", quote)?.text)).toBe(
      "Add PLN 12.40 more to use points: orders from PLN 400.00 can be paid with them."
    )
    expect(plain(tell("below_minimum_order_total", "pl-PL", quote)?.text)).toBe(
      "Dodaj produkty za 12,40 zł, aby użyć punktów: można nimi płacić w zamówieniach od 400,00 zł."
    )
  })

  it("never say to add nothing", () => {
    const text = tell("below_minimum_order_total", "en-GB", { order_total: 399.996 })?.text
    expect(plain(text)).toContain("Add PLN 0.01 more")
  })

  it("distinguish points that are worth too little from no points", () => {
    expect(tell("no_points", "en", { available: 0 })?.text).toBe(
      "You have no points to pay with yet."
    )
    expect(plain(tell("no_points", "en-GB", { available: 3 })?.text)).toBe(
      "You have 3 points, worth less than PLN 0.01."
    )
  })

  it("show the store's own message when they are new or their figures unknown", () => {
    expect(tell("full_moon", "pl-PL")?.text).toBe(MESSAGE)
    const [sentence] = reasonSentences({
      quote: { ...QUOTE, reasons: [{ code: "below_minimum_balance", message: MESSAGE }] },
      program: undefined,
      voice: voiceOf("en"),
    })
    expect(sentence).toEqual({ code: "below_minimum_balance", text: MESSAGE, progress: null })
  })
})
