import { defineCapability } from "../capability"
import { ProgramStore } from "./program-store"
import { LoyaltyProgramVersion } from "./program-version.entity"
import { LoyaltyProgram } from "./program.entity"
import { PROGRAMS } from "./queried"

/** The merchant's rules, one program per currency, with all their versions. */
export const programs = defineCapability({
  key: "programs",
  create: ({ dataSource, now }) => new ProgramStore(dataSource, now),
  entities: [LoyaltyProgram, LoyaltyProgramVersion],
  queried: [PROGRAMS],
})
