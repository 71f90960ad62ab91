import { LIMITS } from "../../../src/domain/program/limits"
import type { Unit } from "../fields"
import { checkNumber, type NumberProblem, type NumberRule } from "../../fields/numbers"
import type { SimulationAmounts } from "./simulation-request"

export type AmountName = keyof SimulationAmounts

const MONEY = {
  kind: "decimal",
  bounds: { min: 0, max: LIMITS.MONEY },
  isOptional: false,
} as const

/** What the merchant can change about the example customer. */
export const AMOUNTS: Record<AmountName, NumberRule & { unit: Unit }> = {
  spent: { ...MONEY, unit: "money" },
  order_total: { ...MONEY, unit: "money" },
  available_points: {
    kind: "whole",
    unit: "points",
    bounds: { min: 0, max: LIMITS.POINTS },
    isOptional: true,
  },
}

export const AMOUNT_NAMES = Object.keys(AMOUNTS) as AmountName[]

export type CheckedAmounts = {
  problems: Partial<Record<AmountName, NumberProblem>>
  values: { spent: string; order_total: string; available_points: string | null } | null
}

/** The typed amounts in plain notation; null if one of them is invalid. */
export function checkAmounts(amounts: SimulationAmounts, language: string): CheckedAmounts {
  const checks = AMOUNT_NAMES.map(
    (name) => [name, checkNumber(amounts[name], AMOUNTS[name], language)] as const
  )
  const problems = Object.fromEntries(
    checks.flatMap(([name, check]) => ("problem" in check ? [[name, check.problem]] : []))
  )
  const valueOf = (wanted: AmountName) => {
    const check = checks.find(([name]) => name === wanted)?.[1]
    return check && "value" in check ? check.value : null
  }
  const [spent, order_total] = [valueOf("spent"), valueOf("order_total")]
  const isValid = Object.keys(problems).length === 0 && spent !== null && order_total !== null
  return {
    problems,
    values: isValid ? { spent, order_total, available_points: valueOf("available_points") } : null,
  }
}
