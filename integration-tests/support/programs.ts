import type { LoyaltyProgramDTO } from "../../src/modules/loyalty-points/program/types"
import type { HttpClient } from "./http"

export type Rules = Record<string, unknown>

const PATH = "/admin/loyalty/programs"

/** Every rule at its default; a program set with these forgets what an earlier test changed. */
const PLAIN_RULES: Rules = {
  is_enabled: true,
  points_per_currency_unit: 10,
  point_value: 0.01,
  minimum_balance: 0,
  minimum_order_total: 0,
  maximum_discount: null,
  maximum_discount_percent: null,
  validity_days: 365,
  earn_on: "order_completed",
  pending_days: 0,
  earning_basis: "total",
  rounding: "floor",
  combine_with_promotions: true,
  clawback_policy: "allow_negative",
}

/** Sets a currency's program to plain rules (10 points a unit, 0.01 a point) and those given. */
export async function setProgram(
  merchant: HttpClient,
  currency_code: string,
  rules: Rules = {}
): Promise<LoyaltyProgramDTO> {
  const found = await findProgram(merchant, currency_code)
  const path = found ? `${PATH}/${found.id}` : PATH
  const body = { ...PLAIN_RULES, ...rules, ...(found ? {} : { currency_code }) }
  const { loyalty_program } = await merchant.mustPost<{ loyalty_program: LoyaltyProgramDTO }>(
    path,
    body
  )
  return loyalty_program
}

export async function findProgram(
  merchant: HttpClient,
  currency_code: string
): Promise<LoyaltyProgramDTO | undefined> {
  const { loyalty_programs } = await merchant.mustGet<{ loyalty_programs: LoyaltyProgramDTO[] }>(
    PATH,
    { limit: 100 }
  )
  return loyalty_programs.find((program) => program.currency_code === currency_code)
}

/** Changes some rules of a program. */
export async function changeRules(
  merchant: HttpClient,
  program: { id: string },
  rules: Rules
): Promise<void> {
  await merchant.mustPost(`${PATH}/${program.id}`, rules)
}
