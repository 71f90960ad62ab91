import fc from "fast-check"

import { countOf, POINTS_WORDS, unitFor, walletsOf } from "../words"

const STARS = {
  name: { en: "Stars", pl: "Gwiazdki" },
  unit: { en: ["star", "stars"], pl: ["gwiazdka", "gwiazdki", "gwiazdek"] },
}

describe("the words of a wallet", () => {
  it.each([
    [1, "en", "1 star"],
    [0, "en", "0 stars"],
    [1200, "en-GB", "1,200 stars"],
    [1, "pl", "1 gwiazdka"],
    [3, "pl-PL", "3 gwiazdki"],
    [5, "pl", "5 gwiazdek"],
    [12, "pl", "12 gwiazdek"],
    [22, "pl", "22 gwiazdki"],
    [-1, "en", "-1 star"],
    [-3, "pl", "-3 gwiazdki"],
    [2, "de", "2 stars"],
  ])("count %i in %s as %s", (count, locale, words) => {
    expect(countOf(STARS, count, locale)).toBe(words)
  })

  it("have a word for every whole number, the same for a debt", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("en", "pl"), (count, locale) => {
        const word = unitFor(STARS, count, locale)
        expect(STARS.unit[locale as "en" | "pl"]).toContain(word)
        expect(unitFor(STARS, -count, locale)).toBe(word)
      })
    )
  })
})

describe("the wallets of a store", () => {
  it("are points alone unless others are declared", () => {
    expect(walletsOf({})).toEqual([{ code: "points", ...POINTS_WORDS }])
  })

  it("have points first, with the store's own words if it has any", () => {
    const own = {
      name: { en: "Miles", pl: "Mile" },
      unit: { en: ["mile", "miles"], pl: ["mila", "mile", "mil"] },
    }
    expect(walletsOf({ stars: STARS, points: own })).toEqual([
      { code: "points", ...own },
      { code: "stars", ...STARS },
    ])
  })
})
