import { fill, texts } from "../src/i18n/messages"

const TEXTS = texts({
  en: { points: { one: "{count} point", other: "{count} points" }, hello: "Hello, {name}" },
  pl: {
    points: { one: "{count} punkt", few: "{count} punkty", many: "{count} punktów", other: "-" },
    hello: "Cześć, {name}",
  },
})

/** As Intl formats it, with non-breaking spaces. */
const plain = (text: string) => text.replace(/\s/g, " ")

describe("the shop's texts", () => {
  it.each([
    [1, "1 punkt"],
    [2, "2 punkty"],
    [5, "5 punktów"],
    [12, "12 punktów"],
    [22, "22 punkty"],
    [15_000, "15 000 punktów"],
  ])("count %i in Polish", (count, expected) => {
    expect(plain(fill(TEXTS.pl.points, { count }, "pl"))).toBe(expected)
  })

  it("count in English", () => {
    expect(fill(TEXTS.en.points, { count: 1 }, "en")).toBe("1 point")
    expect(fill(TEXTS.en.points, { count: 15_000 }, "en")).toBe("15,000 points")
  })

  it("insert a value unchanged, braces and all", () => {
    expect(fill(TEXTS.en.hello, { name: "{count}" }, "en")).toBe("Hello, {count}")
  })

  it("show which value is missing", () => {
    expect(fill(TEXTS.en.hello, {}, "en")).toBe("Hello, {name}")
  })
})
