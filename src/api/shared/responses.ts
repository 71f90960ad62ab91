import type {
  LoyaltyProgramDTO,
  LoyaltyProgramVersionDTO,
} from "../../modules/loyalty-points/program/types"
import type { ProgramChanges } from "../../modules/loyalty-points/program/program-version.entity"
import type { ProgramRules } from "../../domain/program/rules"

const RATE_FIELDS = [
  "points_per_currency_unit",
  "point_value",
  "minimum_order_total",
  "maximum_discount",
  "maximum_discount_percent",
] as const satisfies readonly (keyof ProgramRules)[]

type RateField = (typeof RATE_FIELDS)[number]
type WithNumbers<T> = Omit<T, RateField> & {
  [Field in RateField & keyof T]: null extends T[Field] ? number | null : number
}

/** Rules as the API returns them: rates and money as numbers. */
export function rulesResponse<T extends Pick<ProgramRules, RateField>>(rules: T): WithNumbers<T> {
  const numbers = RATE_FIELDS.map((field) => [field, asNumber(rules[field])])
  return { ...rules, ...Object.fromEntries(numbers) } as WithNumbers<T>
}

export const programResponse = (program: LoyaltyProgramDTO) => rulesResponse(program)

/** What is the merchant's business alone. */
const INTERNAL_FIELDS = ["clawback_policy", "version", "created_at", "updated_at"]

/** What a shopper's browser may know of a program. */
export function publicProgramResponse(program: LoyaltyProgramDTO) {
  const fields = Object.entries(programResponse(program))
  return Object.fromEntries(fields.filter(([field]) => !INTERNAL_FIELDS.includes(field)))
}

export const programVersionResponse = (version: LoyaltyProgramVersionDTO) => ({
  ...version,
  rules: rulesResponse(version.rules),
  changes: changesResponse(version.changes),
})

function changesResponse(changes: ProgramChanges): ProgramChanges {
  const asNumbers = RATE_FIELDS.flatMap((field) => {
    const change = changes[field]
    return change ? [[field, { from: asNumber(change.from), to: asNumber(change.to) }]] : []
  })
  return { ...changes, ...Object.fromEntries(asNumbers) }
}

const asNumber = (value: unknown): number | null => (value === null ? null : Number(value))
