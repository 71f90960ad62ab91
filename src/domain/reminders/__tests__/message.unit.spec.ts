import { composeReminder, reminderOf } from "../message"
import type { ExpiringLots } from "../message"
import type { ValuingProgram } from "../worth"
import { type Wallet, walletsOf } from "../../wallets/words"

const NOW = new Date("2026-12-01T09:00:00Z")
const PLN: ValuingProgram = {
  id: "lprog_pln",
  point_value: "0.01",
  currency: { code: "pln", decimal_digits: 2 },
}
const JPY: ValuingProgram = {
  id: "lprog_jpy",
  point_value: "0.5",
  currency: { code: "jpy", decimal_digits: 0 },
}

const lot = (points: number, expires_at: string, program_id: string | null = null) => ({
  points,
  expires_at: new Date(expires_at),
  program_id,
})
const [POINTS] = walletsOf({}) as [Wallet]
const ON_THE_8TH = "2026-12-08T09:00:00Z"

function compose(
  lots: ExpiringLots,
  locale: string,
  { name = null as string | null, programs = [PLN], timeZone = "UTC", wallet = POINTS } = {}
) {
  const reminder = reminderOf(lots, { name, wallet, programs }, NOW)
  return composeReminder(reminder, { locale, timeZone })
}

/** Polish and others format numbers with non-breaking spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")

describe("a reminder", () => {
  it("says in English how many points expire when and what they are worth", () => {
    const { subject, text } = compose([lot(15_000, ON_THE_8TH)], "en-GB", { name: "Ewa" })
    expect(subject).toBe("15,000 points expire on 8 December 2026")
    expect(plain(text)).toBe(
      [
        "Hello Ewa,",
        "15,000 points expire on 8 December 2026.",
        "Value: PLN 150.00. There are 7 days left.",
        "You get this message because you collect points with us. You can turn reminders off in your account.",
      ].join("\n\n")
    )
  })

  it.each([
    ["en", 1, "1 star expires on December 8, 2026", "you collect stars with us"],
    ["en", 12, "12 stars expire on December 8, 2026", "you collect stars with us"],
    ["pl", 1, "1 gwiazdka wygasa 8 grudnia 2026", "zbierasz u nas gwiazdki"],
    ["pl", 3, "3 gwiazdki wygasają 8 grudnia 2026", "zbierasz u nas gwiazdki"],
    ["pl", 5, "5 gwiazdek wygasa 8 grudnia 2026", "zbierasz u nas gwiazdki"],
  ])("says in %s how many points of another wallet expire, in its words", (...row) => {
    const [locale, points, headline, why] = row
    const stars: Wallet = {
      code: "stars",
      name: { en: "Stars", pl: "Gwiazdki" },
      unit: { en: ["star", "stars"], pl: ["gwiazdka", "gwiazdki", "gwiazdek"] },
    }
    const { subject, text } = compose([lot(points, ON_THE_8TH)], locale, {
      ...{ wallet: stars, programs: [] },
    })
    expect(subject).toBe(headline)
    expect(text).toContain(why)
    expect(text).not.toMatch(/point|punkt/)
  })

  it("lists the days when there are several, lots of one day together", () => {
    const { subject, text } = compose(
      [lot(100, ON_THE_8TH), lot(50, "2026-12-08T20:00:00Z"), lot(1, "2026-12-24T10:00:00Z")],
      "en-US",
      { programs: [] }
    )
    expect(subject).toBe("151 points expire soon, the first on December 8, 2026")
    expect(text).toContain("\n\n- December 8, 2026: 150 points\n- December 24, 2026: 1 point\n\n")
    expect(text).toContain("\n\nThere are 7 days left.\n\n")
    expect(text).toMatch(/^Hello,\n/)
  })

  it("says the same in Polish", () => {
    const { subject, text, html } = compose([lot(15_000, ON_THE_8TH)], "pl-PL", { name: "Ewa" })
    expect(plain(subject)).toBe("15 000 punktów wygasa 8 grudnia 2026")
    expect(plain(text)).toContain("Dzień dobry, Ewa!")
    expect(plain(text)).toContain("Wartość: 150,00 zł. Zostało 7 dni.")
    expect(html).toContain('<html lang="pl">')
  })

  it.each([
    [1, "1 punkt wygasa 8 grudnia 2026", "1 point expires on 8 December 2026"],
    [2, "2 punkty wygasają 8 grudnia 2026", "2 points expire on 8 December 2026"],
    [5, "5 punktów wygasa 8 grudnia 2026", "5 points expire on 8 December 2026"],
    [12, "12 punktów wygasa 8 grudnia 2026", "12 points expire on 8 December 2026"],
    [22, "22 punkty wygasają 8 grudnia 2026", "22 points expire on 8 December 2026"],
  ])("counts %d as each language does", (points, polish, english) => {
    expect(compose([lot(points, ON_THE_8TH)], "pl").subject).toBe(polish)
    expect(compose([lot(points, ON_THE_8TH)], "en-GB").subject).toBe(english)
  })

  it.each([
    ["2026-12-02T09:00:00Z", "Został 1 dzień.", "There is 1 day left."],
    ["2026-12-03T09:00:00Z", "Zostały 2 dni.", "There are 2 days left."],
  ])("counts the days until %s", (expiry, polish, english) => {
    expect(compose([lot(500, expiry)], "pl").text).toContain(polish)
    expect(compose([lot(500, expiry)], "en").text).toContain(english)
  })

  it("names the day in the store's time zone; the end of a day belongs to it", () => {
    const evening = [lot(500, "2026-12-07T23:30:00Z")] as const
    expect(compose(evening, "en-GB").subject).toContain("7 December")
    expect(compose(evening, "en-GB", { timeZone: "Europe/Warsaw" }).subject).toContain("8 December")
    const midnight = [lot(500, "2026-12-07T23:00:00Z")] as const
    expect(compose(midnight, "en-GB", { timeZone: "Europe/Warsaw" }).subject).toContain(
      "7 December"
    )
  })

  it("escapes what a customer typed", () => {
    const name = `<img src=x onerror="alert('&')">`
    const { text, html } = compose([lot(500, ON_THE_8TH)], "en", { name })
    expect(text).toContain(`Hello ${name},`)
    expect(html).not.toContain("<img")
    expect(html).toContain("Hello &lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;,")
  })

  it("does not treat anything in a name as a placeholder", () => {
    expect(compose([lot(500, ON_THE_8TH)], "en", { name: "{money} $1" }).text).toContain(
      "Hello {money} $1,"
    )
  })

  it("leaves out a value of less than a coin", () => {
    expect(compose([lot(1, ON_THE_8TH)], "en", { programs: [JPY] }).text).not.toContain("Value")
    expect(plain(compose([lot(3, ON_THE_8TH)], "en", { programs: [JPY] }).text)).toContain(
      "Value: ¥1. "
    )
  })
})

describe("what points are worth", () => {
  const NOBODY = { name: null, wallet: POINTS }

  it.each([
    ["under the program they were earned under", ["lprog_jpy", null, "lprog_jpy"], "jpy"],
    ["under the first one when they came from several", ["lprog_jpy", "lprog_pln"], "pln"],
    ["under the first one when theirs is switched off", ["lprog_gone"], "pln"],
    ["under the first one when they were given by hand", [null], "pln"],
  ])("%s", (_, sources, currency) => {
    const [first = null, ...rest] = sources.map((id) => id)
    const lots: ExpiringLots = [
      lot(100, ON_THE_8TH, first),
      ...rest.map((id) => lot(100, ON_THE_8TH, id)),
    ]
    const { worth } = reminderOf(lots, { ...NOBODY, programs: [PLN, JPY] }, NOW)
    expect(worth?.currency.code).toBe(currency)
  })

  it("is nothing without a program", () => {
    expect(reminderOf([lot(100, ON_THE_8TH)], { ...NOBODY, programs: [] }, NOW).worth).toBeNull()
  })
})
