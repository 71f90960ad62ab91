import { languageOf, textsOf } from "../lib/texts"
import { en } from "../messages/en"
import type { Messages, PluralMessage } from "../messages/messages"
import { pl } from "../messages/pl"
import { plain } from "./support"

type Message = string | PluralMessage
const entries = (messages: Messages) => Object.entries(messages) as [keyof Messages, Message][]
const forms = (message: Message): string[] =>
  typeof message === "string" ? [message] : Object.values(message)
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe("the messages", () => {
  it.each(entries(en))("have the same placeholders in both languages: %s", (key, message) => {
    const [first = "", ...others] = [...forms(message), ...forms(pl[key])].map((form) =>
      placeholders(form).join()
    )
    expect(others.every((other) => other === first)).toBe(true)
  })

  it.each(entries(pl).filter(([, message]) => typeof message !== "string"))(
    "have every plural form of Polish: %s",
    (_, message) => {
      expect(Object.keys(message).sort()).toEqual(["few", "many", "one", "other"])
    }
  )
})

describe("texts", () => {
  it("count in Polish", () => {
    const { count } = textsOf("pl-PL")
    const counted = [0, 1, 2, 4, 5, 12, 21, 22, 25, 112, 15_000].map((n) =>
      plain(count("points", n))
    )
    expect(counted).toEqual([
      "0 punktów",
      "1 punkt",
      "2 punkty",
      "4 punkty",
      "5 punktów",
      "12 punktów",
      "21 punktów",
      "22 punkty",
      "25 punktów",
      "112 punktów",
      "15 000 punktów",
    ])
    expect(count("pointsNeeded", 1)).toBe("1 punktu")
    expect(count("pointsNeeded", 2)).toBe("2 punktów")
  })

  it("count in English", () => {
    const { count } = textsOf("en-GB")
    expect(count("points", 1)).toBe("1 point")
    expect(count("points", 15_000)).toBe("15,000 points")
  })

  it("fall back to `other` where a shop's own text lacks a form", () => {
    const { count } = textsOf("pl", { points: { other: "{count} pkt" } })
    expect(count("points", 2)).toBe("2 pkt")
  })

  it("use a shop's own words", () => {
    expect(textsOf("en", { redeemTitle: "Spend stars" }).say("redeemTitle")).toBe("Spend stars")
  })

  it("are Polish for Polish locales and English for all others", () => {
    expect(["pl", "pl-PL", "PL", "en-GB", "de", "plx"].map(languageOf)).toEqual([
      "pl",
      "pl",
      "pl",
      "en",
      "en",
      "en",
    ])
  })
})
