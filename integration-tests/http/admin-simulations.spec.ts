import type { Simulation } from "../../src/domain/simulation/simulation"
import { asMerchant, type HttpClient, sharedStore } from "../support/http"
import { changeRules, findProgram, setProgram } from "../support/programs"

/** The rules of the worked example, over whatever is saved for the currency. */
const RULES = {
  points_per_currency_unit: 10,
  point_value: 0.01,
  minimum_balance: 5_000,
  minimum_order_total: 400,
  maximum_discount: 500,
  validity_days: 365,
}

describe("simulating a program before it is saved", () => {
  let merchant: HttpClient

  beforeAll(async () => {
    merchant = await asMerchant(sharedStore())
  })

  it("explains the worked example, which is not saved anywhere", async () => {
    const before = await findProgram(merchant, "mad")
    const { explanation, quote, ...numbers } = await simulate({
      currency_code: "mad",
      rules: RULES,
      spent: 1_500,
      order_total: 450,
    })
    expect(numbers).toMatchObject({ points_earned: 15_000, points_value: 150, amount_to_pay: 300 })
    expect(quote).toMatchObject({
      eligible: true,
      reasons: [],
      max_points: 15_000,
      points_applied: 15_000,
      discount: 150,
      points_to_earn: 3_000,
      currency_code: "mad",
    })
    expect(explanation).toEqual([
      "Someone who spent 1,500.00 MAD has 15,000 points, worth 150.00 MAD.",
      "An order of 450.00 MAD meets the minimum order of 400.00 MAD.",
      "15,000 points meet the minimum balance of 5,000.",
      "They use 15,000 points for 150.00 MAD off and pay 300.00 MAD.",
    ])
    expect(await findProgram(merchant, "mad")).toEqual(before)
  })

  it("shows the message for a shopper with too few points", async () => {
    const { quote, explanation, amount_to_pay } = await simulate({
      currency_code: "mad",
      rules: RULES,
      spent: 0,
      order_total: 450,
      available_points: 3_200,
    })
    expect(amount_to_pay).toBe(450)
    expect(quote.reasons).toEqual([
      {
        code: "below_minimum_balance",
        message: "You need at least 5,000 points to pay with points; you have 3,200.",
      },
    ])
    expect(explanation).toContain(`The shopper sees: "${quote.reasons[0]?.message}"`)
    expect(explanation).toContain("They use no points and pay 450.00 MAD.")
  })

  it("merges unsaved rules over saved ones", async () => {
    const program = await setProgram(merchant, "myr", { points_per_currency_unit: 10 })
    const play = { currency_code: "myr", spent: 100, order_total: 100 }
    expect(await simulate(play)).toMatchObject({ points_earned: 1_000, amount_to_pay: 90 })
    expect(await simulate({ ...play, rules: { point_value: 0.05 } })).toMatchObject({
      points_earned: 1_000,
      amount_to_pay: 50,
    })
    await changeRules(merchant, program, { points_per_currency_unit: 20 })
    expect(await simulate(play)).toMatchObject({ points_earned: 2_000, amount_to_pay: 80 })
    expect(await findProgram(merchant, "myr")).toMatchObject({
      point_value: 0.01,
      version: program.version + 1,
    })
    await merchant.delete(`/admin/loyalty/programs/${program.id}`)
  })

  it("shows no trace of binary arithmetic", async () => {
    const simulation = await simulate({
      currency_code: "mad",
      rules: { points_per_currency_unit: "0.1", point_value: "0.1" },
      spent: 30,
      order_total: "0.70",
    })
    expect(simulation).toMatchObject({ points_earned: 3, points_value: 0.3, amount_to_pay: 0.4 })
  })

  async function simulate(body: Record<string, unknown>): Promise<Simulation> {
    const { simulation } = await merchant.mustPost<{ simulation: Simulation }>(
      "/admin/loyalty/simulations",
      body
    )
    return simulation
  }
})
