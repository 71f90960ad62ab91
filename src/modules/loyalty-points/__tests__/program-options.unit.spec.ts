import { DEFAULT_RULES } from "../../../domain/program/rules"
import { programOf } from "../../../validation/program"
import { type LoyaltyPointsPluginOptions, parseOptions } from "../options"

describe("programs in the options", () => {
  it("are none unless given", () => {
    expect(parseOptions().programs).toEqual([])
  })

  it("accept the admin route's body, with the same defaults", () => {
    const options: LoyaltyPointsPluginOptions = {
      programs: [
        { currency_code: "PLN", name: "Points", point_value: 0.02, maximum_discount: "500" },
        { currency_code: "eur", is_enabled: false, validity_days: null },
      ],
    }
    const [pln, eur] = parseOptions(options).programs.map(programOf)
    const rules = { ...DEFAULT_RULES, point_value: "0.02", maximum_discount: "500" }
    expect(pln).toEqual({ currency_code: "pln", name: "Points", rules })
    expect(eur?.rules).toEqual({ ...DEFAULT_RULES, is_enabled: false, validity_days: null })
    expect(eur?.name).toBe("Loyalty points")
  })

  it.each<[program: object, message: string]>([
    [{ point_value: 0 }, "programs.1.point_value: expected a number or decimal string above 0"],
    [{ validity_days: 0 }, "programs.1.validity_days: expected a whole number from 1 to 36500"],
    [{ earn_on: "payment" }, "programs.1.earn_on: expected one of order_completed, order_placed"],
    [{ is_enabled: "yes" }, "programs.1.is_enabled: expected true or false"],
    [{ currency_code: "zzz" }, "programs.1.currency_code: expected the code of a currency"],
    [{ currency_code: "PLN" }, 'programs.1.currency_code: names "pln" again'],
    [{ point_worth: 1 }, 'programs.1: Unrecognized key: "point_worth"'],
  ])("are refused with %j, and the message says which", (program, message) => {
    const programs = [{ currency_code: "pln" }, { currency_code: "eur", ...program }]
    expect(() => parseOptions({ programs })).toThrow(`medusa-config: ${message}`)
  })
})
