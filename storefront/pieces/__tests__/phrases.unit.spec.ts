import { failureKindOf, isWorthRetrying } from "../lib/failures"
import { accountNotes, expiryToTell, titleOf } from "../lib/phrases"
import { snapped, stepFor } from "../lib/steps"
import type { LoyaltyAccount, LoyaltyTransaction } from "../types"
import { TRANSACTION, voiceOf } from "./support"

const ACCOUNT: LoyaltyAccount = {
  id: "lacc_1",
  customer_id: "cus_1",
  wallet: "points",
  balance: 100,
  held: 0,
  pending: 0,
  available: 100,
  lifetime_earned: 100,
  lifetime_redeemed: 0,
  expiring: [],
  expiry_reminders: true,
  closed_at: null,
  merged_into: null,
  created_at: "2026-11-21T10:00:00.000Z",
  updated_at: "2026-11-21T10:00:00.000Z",
}

describe("a line of the history", () => {
  const title = (line: Partial<LoyaltyTransaction>, locale = "en") =>
    titleOf({ ...TRANSACTION, ...line }, voiceOf(locale))

  it("has a title that a shopper understands", () => {
    expect(title({})).toBe("Order completed")
    expect(title({ kind: "redeem", points: -100 })).toBe("Used in an order")
    expect(title({ kind: "redeem_refund", return_id: "ret_1" })).toBe("Given back after a return")
    expect(title({ kind: "expire", points: -100 }, "pl")).toBe("Wygasły")
    expect(title({ kind: "merge", reason: "Twice" })).toBe("Moved here from another account")
    expect(title({ kind: "merge", points: -1 })).toBe("Moved to another account")
  })

  it("shows the merchant's own reason", () => {
    expect(title({ kind: "adjust", reason: "Sorry for the delay" })).toBe("Sorry for the delay")
    expect(title({ kind: "adjust" })).toBe("Changed by the shop")
    expect(title({ kind: "earn", order_id: null, reason: "Purchase by phone" })).toBe(
      "Purchase by phone"
    )
  })

  it("has a title for an unknown kind", () => {
    const kind = "mission" as LoyaltyTransaction["kind"]
    expect(title({ kind })).toBe("Points changed")
  })

  it("says how long points are valid only where some were added", () => {
    expect(expiryToTell(TRANSACTION)).toBe(TRANSACTION.expires_at)
    expect(expiryToTell({ ...TRANSACTION, points: -1 })).toBeNull()
  })
})

describe("the notes on an account", () => {
  const notes = (account: Partial<LoyaltyAccount>, locale: string) =>
    accountNotes({ ...ACCOUNT, ...account }, voiceOf(locale))

  it("mention the next expiry, and what is pending and held", () => {
    const account = {
      expiring: [{ points: 2, expires_at: "2027-03-05T10:00:00.000Z" }],
      pending: 1,
      held: 5,
    }
    expect(notes(account, "pl-PL")).toEqual([
      "2 punkty wygasają 5 mar 2027",
      "Jeszcze 1 punkt jest w drodze i wkrótce będzie do wykorzystania",
      "5 punktów czeka na składane właśnie zamówienie",
    ])
  })

  it("name the last day of points that live to the end of a day", () => {
    const expires_at = new Date(2027, 0, 1).toISOString()
    expect(notes({ expiring: [{ points: 2, expires_at }] }, "en")).toEqual([
      "2 points expire on Dec 31, 2026",
    ])
  })

  it("tell a debt", () => {
    expect(notes({ balance: -200 }, "en")[0]).toContain("You are 200 points short.")
  })

  it("are none when there is nothing to mention", () => {
    expect(notes({}, "en")).toEqual([])
  })
})

describe("a failure", () => {
  it.each([
    [undefined, "network", true],
    [401, "login", false],
    [404, "gone", false],
    [400, "refused", false],
    [409, "refused", false],
    [429, "server", true],
    [500, "server", true],
  ])("with status %s is %s", (status, kind, retries) => {
    const error = Object.assign(new Error("no"), { status })
    expect(failureKindOf(error)).toBe(kind)
    expect(isWorthRetrying(error)).toBe(retries)
  })
})

describe("the steps of the slider", () => {
  it("are round, about a hundred of them", () => {
    expect([1, 99, 100, 250, 15_000, 45_000, 1_234_567].map(stepFor)).toEqual([
      1, 1, 1, 2, 100, 200, 10_000,
    ])
  })

  it("reach both ends", () => {
    expect(snapped(14_987, 14_987)).toBe(14_987)
    expect(snapped(14_986, 14_987)).toBe(14_987)
    expect(snapped(7337, 15_000)).toBe(7300)
    expect(snapped(0, 15_000)).toBe(0)
  })
})
