import type { HttpLoyaltyAccountWithCustomer } from "../../../../src/types/http"
import { mergeSchema, ownerOf, targetsFor } from "../merge"

const SAY = { targetRequired: "choose", reasonRequired: "why", reasonTooLong: "shorter" }

const account = (changes: Partial<HttpLoyaltyAccountWithCustomer>) =>
  ({
    ...{ id: "lacc_1", customer_id: "cus_1", wallet: "points", closed_at: null, customer: null },
    ...changes,
  }) as HttpLoyaltyAccountWithCustomer

describe("the form that merges an account", () => {
  const problems = (input: object) =>
    mergeSchema(SAY)
      .safeParse(input)
      .error?.issues.map(({ message }) => message)

  it("needs an account to keep and a reason", () => {
    expect(problems({ into_account_id: "", reason: " " })).toEqual(["choose", "why"])
    expect(problems({ into_account_id: "lacc_2", reason: "x".repeat(501) })).toEqual(["shorter"])
    expect(problems({ into_account_id: "lacc_2", reason: "Twice" })).toBeUndefined()
  })

  it("offers open accounts of the same wallet other than itself", () => {
    const found = [
      account({}),
      account({ id: "lacc_2" }),
      account({ id: "lacc_3", closed_at: "2026-11-01T00:00:00.000Z" }),
      account({ id: "lacc_4", wallet: "stars" }),
    ]
    expect(targetsFor(account({}), found).map(({ id }) => id)).toEqual(["lacc_2"])
  })

  it("says whose an account is, as far as known", () => {
    const customer = { id: "cus_1", email: "e@x.pl", first_name: "Ewa", last_name: null }
    expect(ownerOf(account({ customer }))).toBe("Ewa · e@x.pl")
    expect(ownerOf(account({ customer: { ...customer, first_name: null } }))).toBe("e@x.pl")
    expect(ownerOf(account({}))).toBe("cus_1")
  })
})
