import { ruleWarnings } from "../../../src/domain/program/rule-warnings"
import { DEFAULT_RULES, type ProgramRules } from "../../../src/domain/program/rules"
import { simulate } from "../../../src/domain/simulation/simulation"
import type { HttpLoyaltyProgramVersion } from "../../../src/types/http"
import { changesInWords } from "../changes"
import { simulationRequest } from "../simulation/simulation-request"
import {
  type AnsweredSimulation,
  reasonsInWords,
  simulationSentences,
  warningInWords,
} from "../simulation/simulation-text"
import { summarize } from "../summary"
import { unitInWords } from "../units"
import { plain, PROGRAM, wordsIn } from "./worked-example"

const PLN = { code: "pln", decimal_digits: 2 }
const RULES: ProgramRules = {
  ...DEFAULT_RULES,
  points_per_currency_unit: "10",
  minimum_balance: 5000,
  minimum_order_total: "400",
  maximum_discount: "500",
}

/** What the API answers. */
function answer(rules: ProgramRules, order_total: string, points: string | null = null) {
  const amounts = { spent: "1500", order_total, available_points: points }
  const request = simulationRequest("pln", rules, amounts)
  return { request, simulation: simulate({ ...request, currency: PLN }) }
}

const story = (answered: AnsweredSimulation, language: "en" | "pl") => {
  const words = wordsIn(language)
  return [...simulationSentences(answered, words), ...reasonsInWords(answered, words)].map(plain)
}

describe("the simulation in words", () => {
  it("explains the worked example", () => {
    expect(story(answer(RULES, "450"), "en")).toEqual([
      "Someone who spent 1,500 PLN has 15,000 points, worth 150 PLN.",
      "On an order of 450 PLN they use 15,000 points and pay 300 PLN.",
      "The order earns them 3,000 points.",
    ])
    expect(story(answer(RULES, "450"), "pl")).toEqual([
      "Klient, który wydał 1500 PLN, ma 15 000 punktów o wartości 150 PLN.",
      "Przy zamówieniu za 450 PLN wykorzysta 15 000 punktów i zapłaci 300 PLN.",
      "Za to zamówienie zdobędzie 3000 punktów.",
    ])
  })

  it("says why points cannot be used, with the numbers of the rules", () => {
    expect(story(answer(RULES, "399.50", "1"), "en")).toEqual([
      "Someone who spent 1,500 PLN earned 15,000 points, worth 150 PLN.",
      "They now have 1 point.",
      "On an order of 399.50 PLN they cannot use points and pay 399.50 PLN.",
      "The order earns them 3,995 points.",
      "They need at least 5,000 points and have 1 point.",
      "Points can be used on orders of 400 PLN or more; 0.50 PLN is missing.",
    ])
    expect(story(answer(RULES, "399.50", "2"), "pl").slice(-2)).toEqual([
      "Potrzeba co najmniej: 5000 punktów, a klient ma 2 punkty.",
      "Punktów można użyć przy zamówieniach od 400 PLN; brakuje 0,50 PLN.",
    ])
    expect(story(answer(DEFAULT_RULES, "450", "0"), "en").at(-1)).toBe("They have no points.")
  })

  it("simulates a disabled program as if it were enabled, and says what is left", () => {
    const sentences = story(answer({ ...RULES, is_enabled: false }, "450", "50000"), "en")
    expect(sentences).toContain("On an order of 450 PLN they use 45,000 points and pay 0 PLN.")
    expect(sentences).toContain("They keep 5,000 points for later.")
  })

  it.each(["en", "pl"] as const)("knows every warning of the API in %s", (language) => {
    const odd: ProgramRules[] = [
      { ...RULES, point_value: "0.5" },
      { ...RULES, points_per_currency_unit: "0" },
      { ...RULES, maximum_discount: "0", maximum_discount_percent: "0" },
      { ...RULES, maximum_discount: "10" },
    ]
    const texts = odd.flatMap((rules) => {
      const { request } = answer(rules, "450")
      return ruleWarnings(rules, PLN).map((warning) => ({
        original: warning.message,
        text: plain(warningInWords(warning, request, wordsIn(language))),
      }))
    })
    expect(texts.length).toBeGreaterThanOrEqual(5)
    for (const { original, text } of texts) {
      expect(text).not.toBe(original)
      expect(text).not.toMatch(/program\.warnings|{{|undefined|NaN/)
    }
  })
})

describe("the rules in words", () => {
  it("sum up a program", () => {
    const texts = (language: "en" | "pl") =>
      summarize(PROGRAM, "pln", wordsIn(language)).map(({ text }) => plain(text))
    expect(texts("en")).toEqual([
      "10 points for each 1 PLN · when the order is completed",
      "A point is worth 0.01 PLN (10% back) · at least 5,000 points · orders from 400 PLN · at most 500 PLN",
      "Valid 365 days",
      "Points spent before a return are owed",
    ])
    expect(texts("pl").slice(0, 2)).toEqual([
      "10 punktów za każdy 1 PLN · po zakończeniu zamówienia",
      "Punkt jest wart 0,01 PLN (zwrot 10%) · co najmniej 5000 punktów · zamówienia od 400 PLN · najwyżej 500 PLN",
    ])
  })

  it("put units in the plural form that the number requires", () => {
    const unit = (typed: string) =>
      plain(unitInWords("points_per_unit", typed, "pln", wordsIn("pl")))
    expect(["1", "2", "5", "1,5", "", "x"].map(unit)).toEqual([
      "punkt za każdy 1 PLN",
      "punkty za każdy 1 PLN",
      "punktów za każdy 1 PLN",
      "punktu za każdy 1 PLN",
      "punktów za każdy 1 PLN",
      "punktów za każdy 1 PLN",
    ])
  })

  it("say what a version changed", () => {
    const { currency_code, name, id: program_id } = PROGRAM
    const version: HttpLoyaltyProgramVersion = {
      ...{ id: "lprog_1_2", program_id, currency_code, name, version: 2, rules: PROGRAM },
      ...{ actor_type: "user", actor_id: "user_1", created_at: PROGRAM.created_at },
      changes: {
        validity_days: { from: 365, to: null },
        maximum_discount: { from: null, to: 0.5 },
        rounding: { from: "floor", to: "ceil" },
        is_enabled: { from: true, to: false },
      },
    }
    const changed = changesInWords(version, wordsIn("en"))
    expect(changed.map(({ label, from, to }) => plain(`${label}: ${from} → ${to}`))).toEqual([
      "Enabled: on → off",
      "Rounding: Down → Up",
      "Maximum discount: none → 0.50 PLN",
      "Points are valid for: 365 days → never expire",
    ])
  })
})
