import { z } from "@medusajs/framework/zod"

import { DEFAULT_RULES } from "../../../../domain/program/rules"
import { createProgramSchema } from "../../../../validation/program"
import { listed } from "../../../shared/answers/fields"
import { loyaltyProgram } from "../../../shared/answers/program"
import { rulesResponse } from "../../../shared/responses"
import { pageSchema } from "../../../shared/validate"
import type { ApiRoute } from "../../../shared/contract"

const path = "/admin/loyalty/programs"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path,
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
    path,
    tag: "Programs",
    access: "merchant",
    summary: "Set up the program of a currency",
    description:
      "Rules that are left out get their defaults. 422 (`duplicate_error`) when the currency has a program.",
    body: createProgramSchema,
    defaults: rulesResponse(DEFAULT_RULES),
    answer: z.strictObject({ loyalty_program: loyaltyProgram }),
    errors: [400, 401, 422],
  },
]
