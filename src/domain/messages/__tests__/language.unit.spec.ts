import { messageLanguage, textsFor } from "../language"

describe("the language of a message", () => {
  it.each([
    ["pl", "pl"],
    ["pl-PL", "pl"],
    ["en-AU", "en"],
    ["de-DE", null],
    ["plattdüütsch", null],
    ["", null],
  ])("of %p is %p", (locale, language) => {
    expect(messageLanguage(locale)).toBe(language)
  })

  it("is English where no message is written in the reader's", () => {
    const texts = { en: "Hello", pl: "Dzień dobry" }
    expect(["pl-PL", "en-GB", "de-DE", "?"].map((locale) => textsFor(texts, locale))).toEqual([
      ...["Dzień dobry", "Hello", "Hello", "Hello"],
    ])
  })
})
