import type {
  LoyaltyProgramDTO,
  LoyaltyProgramVersionDTO,
} from "../../modules/loyalty-points/program/types"
import type { ProgramChanges } from "../../modules/loyalty-points/program/program-version.entity"
import { codesOfKind, publicFields } from "../../domain/fields/define-fields"
import type { CodesOfKind } from "../../domain/fields/field"
import { type RuleDefinitions, RULES } from "../../domain/program/rules"
import type { ProgramRules } from "../../domain/program/rules"

/** Rates and money. */
const DECIMAL_RULES = codesOfKind(RULES, "decimal")

type DecimalRule = CodesOfKind<RuleDefinitions, "decimal">
type WithNumbers<T> = Omit<T, DecimalRule> & {
  [Field in DecimalRule & keyof T]: null extends T[Field] ? number | null : number
}

/** Rules as the API returns them: rates and money as numbers. */
export function rulesResponse<T extends Pick<ProgramRules, DecimalRule>>(rules: T): WithNumbers<T> {
  const numbers = DECIMAL_RULES.map((field) => [field, asNumber(rules[field])])
  return { ...rules, ...Object.fromEntries(numbers) } as WithNumbers<T>
}

export const programResponse = (program: LoyaltyProgramDTO) => rulesResponse(program)

const PUBLIC_FIELDS: readonly string[] = [
  "id",
  "currency_code",
  "name",
  ...publicFields(RULES).codes,
]

/** What a shopper's browser may know of a program. */
export function publicProgramResponse(program: LoyaltyProgramDTO) {
  const fields = Object.entries(programResponse(program))
  return Object.fromEntries(fields.filter(([field]) => PUBLIC_FIELDS.includes(field)))
}

export const programVersionResponse = (version: LoyaltyProgramVersionDTO) => ({
  ...version,
  rules: rulesResponse(version.rules),
  changes: changesResponse(version.changes),
})

function changesResponse(changes: ProgramChanges): ProgramChanges {
  const asNumbers = DECIMAL_RULES.flatMap((field) => {
    const change = changes[field]
    return change ? [[field, { from: asNumber(change.from), to: asNumber(change.to) }]] : []
  })
  return { ...changes, ...Object.fromEntries(asNumbers) }
}

const asNumber = (value: unknown): number | null => (value === null ? null : Number(value))
