import type { ProgramRules } from "../../../src/domain/program/rules"

/** A simulation request; money in plain notation. */
export type SimulationRequest = {
  currency_code: string
  rules: ProgramRules
  spent: string
  order_total: string
  available_points?: number
}

/** What the merchant typed into the simulation. */
export type SimulationAmounts = { spent: string; order_total: string; available_points: string }

/** The worked example: somebody who spent 1,500 places an order of 450. */
export const DEFAULT_AMOUNTS: SimulationAmounts = {
  spent: "1500",
  order_total: "450",
  available_points: "",
}

/**
 * The request for unsaved rules. They are simulated as enabled: the merchant wants to know what they
 * do, not that a disabled program does nothing.
 */
export function simulationRequest(
  currency_code: string,
  rules: ProgramRules,
  amounts: { spent: string; order_total: string; available_points: string | null }
): SimulationRequest {
  const { spent, order_total, available_points } = amounts
  return {
    currency_code,
    rules: { ...rules, is_enabled: true },
    spent,
    order_total,
    ...(available_points === null ? {} : { available_points: Number(available_points) }),
  }
}
