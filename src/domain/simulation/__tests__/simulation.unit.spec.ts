import { simulate } from "../simulation"
import {
  openRulesWith,
  PLN,
  WORKED_EXAMPLE,
  workedExampleWith,
} from "../../program/__tests__/worked-example"

const example = { rules: WORKED_EXAMPLE, currency: PLN, spent: 1500, order_total: 450 }

describe("a merchant simulates the program", () => {
  it("explains the worked example in plain sentences", () => {
    const simulation = simulate(example)
    expect(simulation).toMatchObject({
      points_earned: 15000,
      points_value: 150,
      amount_to_pay: 300,
      quote: { eligible: true, points_applied: 15000, discount: 150, points_to_earn: 3000 },
    })
    expect(simulation.explanation).toEqual([
      "Someone who spent 1,500.00 PLN has 15,000 points, worth 150.00 PLN.",
      "An order of 450.00 PLN meets the minimum order of 400.00 PLN.",
      "15,000 points meet the minimum balance of 5,000.",
      "They use 15,000 points for 150.00 PLN off and pay 300.00 PLN.",
    ])
  })

  it("explains why an order does not qualify", () => {
    const simulation = simulate({ ...example, spent: 320, order_total: "387.60" })
    expect(simulation.amount_to_pay).toBe(387.6)
    expect(simulation.explanation).toEqual([
      "Someone who spent 320.00 PLN has 3,200 points, worth 32.00 PLN.",
      "An order of 387.60 PLN does not meet the minimum order of 400.00 PLN.",
      "3,200 points do not meet the minimum balance of 5,000.",
      'The shopper sees: "You need at least 5,000 points to pay with points; you have 3,200."',
      'The shopper sees: "Points can be used on orders of 400.00 PLN or more; add 12.40 PLN more."',
      "They use no points and pay 387.60 PLN.",
    ])
  })

  it("mentions the maximum discount when it limits what points pay", () => {
    const simulation = simulate({ ...example, spent: 6000, order_total: 900 })
    expect(simulation.explanation.slice(-2)).toEqual([
      "Points pay at most 500.00 PLN of this order.",
      "They use 50,000 points for 500.00 PLN off and pay 400.00 PLN.",
    ])
  })

  it("tries another balance than the one that was earned", () => {
    const simulation = simulate({ ...example, available_points: 8000 })
    expect(simulation).toMatchObject({ points_earned: 15000, points_value: 150 })
    expect(simulation.explanation.slice(0, 2)).toEqual([
      "Someone who spent 1,500.00 PLN earned 15,000 points, worth 150.00 PLN.",
      "They now have 8,000 points, worth 80.00 PLN.",
    ])
    expect(simulation.amount_to_pay).toBe(370)
  })

  it("shows what a program would do before it is enabled", () => {
    const simulation = simulate({ ...example, rules: workedExampleWith({ is_enabled: false }) })
    expect(simulation.points_earned).toBe(15000)
    expect(simulation.explanation).toContain(
      'The shopper sees: "Paying with points is not available at the moment."'
    )
    expect(simulation.amount_to_pay).toBe(450)
  })

  it("leaves out minimums that the program does not set", () => {
    const simulation = simulate({ ...example, rules: openRulesWith() })
    expect(simulation.explanation).toEqual([
      "Someone who spent 1,500.00 PLN has 1,500 points, worth 15.00 PLN.",
      "They use 1,500 points for 15.00 PLN off and pay 435.00 PLN.",
    ])
  })

  it("copes with a shopper who owes points", () => {
    const simulation = simulate({ ...example, available_points: -200 })
    expect(simulation.quote).toMatchObject({ eligible: false, points_applied: 0 })
    expect(simulation.amount_to_pay).toBe(450)
  })
})
