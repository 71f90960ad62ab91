import { RULE_FIELDS } from "../../../domain/program/rules"
import type { ProgramRules } from "../../../domain/program/rules"

/** The rules of a program without the rest of its row. */
export function rulesOf(program: ProgramRules): ProgramRules {
  return Object.fromEntries(RULE_FIELDS.map((field) => [field, program[field]])) as ProgramRules
}
