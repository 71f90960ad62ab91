import { DEFAULT_RULES, RULE_FIELDS } from "../rules"
import { ruleWarnings } from "../rule-warnings"
import { openRulesWith, PLN, WORKED_EXAMPLE, workedExampleWith } from "./worked-example"

const codes = (rules: Parameters<typeof ruleWarnings>[0]) =>
  ruleWarnings(rules, PLN).map((warning) => `${warning.field}: ${warning.code}`)

describe("a program's rules", () => {
  it("names every rule field of the HTTP contract", () => {
    expect(RULE_FIELDS).toEqual([
      "is_enabled",
      "points_per_currency_unit",
      "earning_basis",
      "earn_on",
      "rounding",
      "point_value",
      "minimum_balance",
      "minimum_order_total",
      "maximum_discount",
      "maximum_discount_percent",
      "combine_with_promotions",
      "validity_days",
      "pending_days",
      "fixed_expiry",
      "fixed_expiry_minimum_days",
      "clawback_policy",
    ])
  })

  it("warns of nothing in the defaults and in the worked example", () => {
    expect(codes(DEFAULT_RULES)).toEqual([])
    expect(codes(WORKED_EXAMPLE)).toEqual([])
  })

  it("warns a merchant who gives back as much as was spent, from exactly that rate on", () => {
    expect(codes(openRulesWith({ points_per_currency_unit: "100" }))).toEqual([
      "point_value: points_worth_what_was_spent",
    ])
    expect(codes(openRulesWith({ points_per_currency_unit: "99.99" }))).toEqual([])
  })

  it("warns of a minimum balance that nobody can earn", () => {
    expect(codes(workedExampleWith({ points_per_currency_unit: "0" }))).toEqual([
      "minimum_balance: minimum_balance_unreachable",
    ])
    expect(codes(openRulesWith({ points_per_currency_unit: "0" }))).toEqual([])
  })

  it("warns of limits under which points pay nothing", () => {
    expect(
      codes(openRulesWith({ maximum_discount: "0", maximum_discount_percent: "0.00" }))
    ).toEqual([
      "maximum_discount: points_pay_nothing",
      "maximum_discount_percent: points_pay_nothing",
    ])
  })

  it("warns when the maximum discount is below what the minimum balance is worth", () => {
    expect(codes(workedExampleWith({ maximum_discount: "49.99" }))).toEqual([
      "maximum_discount: maximum_discount_below_minimum_balance",
    ])
    expect(codes(workedExampleWith({ maximum_discount: "50.00" }))).toEqual([])
    expect(ruleWarnings(workedExampleWith({ maximum_discount: "10" }), PLN)[0]?.message).toBe(
      "Customers need 5,000 points, worth 50.00 PLN, before they can pay with any, but an order takes at most 10.00 PLN."
    )
  })
})
