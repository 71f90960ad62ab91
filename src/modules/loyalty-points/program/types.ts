import type { ProgramRules } from "../../../domain/program/rules"
import type { ProgramChanges } from "./program-version.entity"

/** A program's rules and their version: what calculations and the ledger need. */
export type ProgramInForce = {
  id: string
  version: number
  currency_code: string
  rules: ProgramRules
}

export type CreateProgramInput = {
  currency_code: string
  name: string
  rules: ProgramRules
}

export type UpdateProgramInput = { name?: string; rules?: Partial<ProgramRules> }

export type LoyaltyProgramDTO = ProgramRules & {
  id: string
  currency_code: string
  name: string
  version: number
  created_at: Date
  updated_at: Date
}

export type LoyaltyProgramVersionDTO = {
  id: string
  program_id: string
  version: number
  name: string
  currency_code: string
  rules: ProgramRules
  changes: ProgramChanges
  actor_type: string | null
  actor_id: string | null
  created_at: Date
}
