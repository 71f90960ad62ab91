import { type CurrentProgram, readRules } from "./kept-rules"
import type { LoyaltyProgramVersion } from "./program-version.entity"
import type { LoyaltyProgramDTO, LoyaltyProgramVersionDTO } from "./types"

/** Rates stay decimal strings here; the HTTP layer returns them as numbers. */
export function toProgram(program: CurrentProgram): LoyaltyProgramDTO {
  return {
    id: program.id,
    currency_code: program.currency_code,
    name: program.name,
    ...readRules(program.rules),
    version: program.version,
    created_at: program.created_at,
    updated_at: program.updated_at,
  }
}

export function toProgramVersion(version: LoyaltyProgramVersion): LoyaltyProgramVersionDTO {
  return { id: `${version.program_id}_${version.version}`, ...version }
}
