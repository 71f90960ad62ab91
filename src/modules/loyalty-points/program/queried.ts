import { graphqlOf } from "../../../domain/fields/graphql"
import { RULES } from "../../../domain/program/rules"
import { columns, queryEntity } from "../query/entity"
import { jsonFields } from "../query/json-fields"
import { CURRENT_PROGRAMS, type CurrentProgram } from "./kept-rules"
import { toProgram } from "./program-dto"
import type { LoyaltyProgramDTO } from "./types"

/** Programs that are not deleted, with their current rules. */
export const PROGRAMS = queryEntity<"LoyaltyProgram", CurrentProgram, LoyaltyProgramDTO>(
  {
    name: "LoyaltyProgram",
    alias: "loyalty_program",
    idPrefix: "lprog",
    linkable: ["id"],
    schema: `
  type LoyaltyProgram {
    id: ID!
    currency_code: String!
    name: String!
${graphqlOf(RULES)}
    version: Int!
    created_at: DateTime!
    updated_at: DateTime!
  }
`,
  },
  {
    select: "p.*",
    from: `(${CURRENT_PROGRAMS}) p`,
    fields: {
      ...columns("p", ["id", "currency_code", "name", "version", "created_at", "updated_at"]),
      ...jsonFields("p.rules", RULES),
    },
    defaultOrder: "p.currency_code",
    toDTO: toProgram,
  }
)
