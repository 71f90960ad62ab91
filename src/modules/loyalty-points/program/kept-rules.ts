import { valuesOver } from "../../../domain/fields/define-fields"
import { DEFAULT_RULES, type ProgramRules, RULES } from "../../../domain/program/rules"
import type { LoyaltyProgram } from "./program.entity"

/** A stored version's rules; rules that did not exist when it was written get their defaults. */
export function readRules(kept: Partial<ProgramRules>): ProgramRules {
  return valuesOver(RULES, kept)
}

/** A program with its current rules. */
export type CurrentProgram = LoyaltyProgram & { rules: ProgramRules }

/** The same defaults for SQL. They contain no quotes. */
const DEFAULTS = JSON.stringify(DEFAULT_RULES)

/** SQL for the programs that are not deleted, each with the rules of its current version. */
export const CURRENT_PROGRAMS = `
  SELECT p.id, p.currency_code, p.name, p.version, p.created_at, p.updated_at, p.deleted_at,
    '${DEFAULTS}'::jsonb || v.rules AS rules
  FROM loyalty_program p
  JOIN loyalty_program_version v ON v.program_id = p.id AND v.version = p.version
  WHERE p.deleted_at IS NULL`
