import { z } from "@medusajs/framework/zod"

import { updateProgramSchema } from "../../../../../validation/program"
import { text } from "../../../../shared/answers/fields"
import { loyaltyProgram } from "../../../../shared/answers/program"
import type { ApiRoute } from "../../../../shared/contract"

const path = "/admin/loyalty/programs/:id"

const oneProgram = z.strictObject({ loyalty_program: loyaltyProgram })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path,
    tag: "Programs",
    access: "merchant",
    summary: "Read a program",
    answer: oneProgram,
    errors: [401, 404],
  },
  {
    method: "POST",
    path,
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
    path,
    tag: "Programs",
    access: "merchant",
    summary: "End a program",
    description: "Answers the program as it was.",
    answer: oneProgram.extend({
      id: text,
      object: z.literal("loyalty_program"),
      deleted: z.literal(true),
    }),
    errors: [401, 404],
  },
]
