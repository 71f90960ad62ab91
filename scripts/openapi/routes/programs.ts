import { z } from "@medusajs/framework/zod"

import { createProgramSchema, updateProgramSchema } from "../../../src/validation/program"
import { simulationSchema } from "../../../src/api/admin/loyalty/simulations/validators"
import { rulesResponse } from "../../../src/api/shared/responses"
import { pageSchema } from "../../../src/api/shared/validate"
import { DEFAULT_RULES } from "../../../src/domain/program/rules"
import { listed, text } from "../answers/fields"
import { loyaltyProgram, loyaltyProgramVersion } from "../answers/programs"
import { loyaltySimulation } from "../answers/quote"
import type { ApiRoute } from "./route"

const programs = "/admin/loyalty/programs"
const oneProgram = z.strictObject({ loyalty_program: loyaltyProgram })
const deletedProgram = oneProgram.extend({
  id: text,
  object: z.literal("loyalty_program"),
  deleted: z.literal(true),
})

export const programRoutes: ApiRoute[] = [
  {
    method: "GET",
    path: programs,
    tag: "Programs",
    access: "merchant",
    summary: "List the programs",
    description: "Those that are switched off too.",
    query: pageSchema,
    answer: listed("loyalty_programs", loyaltyProgram),
    errors: [400, 401],
  },
  {
    method: "POST",
    path: programs,
    tag: "Programs",
    access: "merchant",
    summary: "Set up the program of a currency",
    description: "Rules that are left out get their defaults. 422 when the currency has a program.",
    body: createProgramSchema,
    defaults: rulesResponse(DEFAULT_RULES),
    answer: oneProgram,
    errors: [400, 401, 422],
  },
  {
    method: "GET",
    path: `${programs}/:id`,
    tag: "Programs",
    access: "merchant",
    summary: "Read a program",
    answer: oneProgram,
    errors: [401, 404],
  },
  {
    method: "POST",
    path: `${programs}/:id`,
    tag: "Programs",
    access: "merchant",
    summary: "Change the rules that the body names",
    description: "Each change is a new version. It takes nothing from points that were earned.",
    body: updateProgramSchema,
    answer: oneProgram,
    errors: [400, 401, 404],
  },
  {
    method: "DELETE",
    path: `${programs}/:id`,
    tag: "Programs",
    access: "merchant",
    summary: "End a program",
    description: "Answers the program as it was.",
    answer: deletedProgram,
    errors: [401, 404],
  },
  {
    method: "GET",
    path: `${programs}/:id/versions`,
    tag: "Programs",
    access: "merchant",
    summary: "Read who changed what when, newest first",
    query: pageSchema,
    answer: listed("loyalty_program_versions", loyaltyProgramVersion),
    errors: [400, 401, 404],
  },
  {
    method: "POST",
    path: "/admin/loyalty/simulations",
    tag: "Programs",
    access: "merchant",
    summary: "Try rules that need not be saved",
    description: "Nothing is written.",
    body: simulationSchema,
    answer: z.strictObject({ simulation: loyaltySimulation }),
    errors: [400, 401],
  },
]
