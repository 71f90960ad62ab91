import { parseOptions } from "../options"

const STARS = {
  name: { en: "Stars", pl: "Gwiazdki" },
  unit: { en: ["star", "stars"], pl: ["gwiazdka", "gwiazdki", "gwiazdek"] },
}

describe("the plugin's options", () => {
  it("are optional: by default days are UTC days and points expire at the instant", () => {
    expect(parseOptions()).toMatchObject({ timeZone: "UTC", expiryMoment: "instant" })
  })

  it("can count days in any time zone and to their end", () => {
    const options = { timeZone: "Europe/Warsaw", expiryMoment: "end_of_day" }
    expect(parseOptions(options)).toMatchObject(options)
  })

  it("remind by e-mail, 30 and 7 days before points expire, by default", () => {
    const defaults = { channel: "email", template: "loyalty-points-expiring", locale: "en" }
    expect(parseOptions().reminders).toEqual({ days: [30, 7], ...defaults })
    const options = { days: [], channel: null, template: "d-1", locale: "pl-PL" }
    expect(parseOptions({ reminders: options }).reminders).toEqual(options)
  })

  it("give no points for a guest's earlier orders by default", () => {
    expect(parseOptions().guestOrders).toEqual({ claim: false })
    const isVerified = () => true
    expect(parseOptions({ guestOrders: { claim: true, isVerified } }).guestOrders).toEqual({
      ...{ claim: true, isVerified },
    })
  })

  it("have only the wallet points by default, and may rename it", () => {
    expect(parseOptions().wallets).toEqual({})
    const wallets = { stars: STARS, points: STARS }
    expect(parseOptions({ wallets }).wallets).toEqual(wallets)
  })

  it.each<[option: object, message: RegExp]>([
    [
      { wallets: { Stars: STARS } },
      /wallets\.Stars: must be a wallet's code of 1 to 60 lower-case/,
    ],
    [{ wallets: { stars: { unit: STARS.unit } } }, /wallets\.stars\.name: /],
    [
      { wallets: { stars: { ...STARS, name: { en: "Stars" } } } },
      /wallets\.stars\.name\.pl: .*string/,
    ],
    [
      { wallets: { stars: { ...STARS, unit: { ...STARS.unit, pl: ["gwiazdka", "gwiazdki"] } } } },
      /wallets\.stars\.unit\.pl: must have 3 words, one for each plural form/,
    ],
    [{ wallets: { stars: { ...STARS, colour: "gold" } } }, /wallets\.stars: .*"colour"/],
    [{ timeZone: "Warsaw" }, /timeZone: must be an IANA time zone, such as "UTC" or "Europe/],
    [{ timeZone: 1 }, /timeZone: .*string/],
    [{ expiryMoment: "noon" }, /expiryMoment: .*"instant"\|"end_of_day"/],
    [{ timezone: "UTC" }, /"timezone"/],
    [{ reminders: { days: [7, 0] } }, /reminders\.days\.1: .*>=1/],
    [{ reminders: { days: [1.5] } }, /reminders\.days\.0: .*int/],
    [{ reminders: { days: [3651] } }, /reminders\.days\.0: .*<=3650/],
    [{ reminders: { days: [7, 30, 7] } }, /reminders\.days: must not name a number of days twice/],
    [{ reminders: { channel: "" } }, /reminders\.channel: /],
    [{ reminders: { locale: "de" } }, /reminders\.locale: must be a language tag of English or P/],
    [{ reminders: { day: [7] } }, /reminders: .*"day"/],
    [{ guestOrders: { claim: "yes" } }, /guestOrders\.claim: .*boolean/],
    [{ guestOrders: { isVerified: true } }, /guestOrders\.isVerified: must be a function/],
    [{ guestOrders: { verified: true } }, /guestOrders: .*"verified"/],
  ])("refuses %j and says why", (options, message) => {
    expect(() => parseOptions({ ...options })).toThrow(message)
  })
})
