import { DEFAULT_RULES } from "../../src/domain/program/rules"
import type { LoyaltyProgramDTO } from "../../src/modules/loyalty-points/program/types"
import type { HttpClient } from "./http"

export type Rules = Record<string, unknown>

const PATH = "/admin/loyalty/programs"

/** Every rule at its default; a program set with these forgets what an earlier test changed. */
const PLAIN_RULES: Rules = { ...DEFAULT_RULES, points_per_currency_unit: 10 }

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
