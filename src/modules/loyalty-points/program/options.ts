import { z } from "@medusajs/framework/zod"

import type { ProgramRules } from "../../../domain/program/rules"
import { createProgramSchema } from "../../../validation/program"

/** Programs as accepted by `POST /admin/loyalty/programs`, one per currency. */
const programsSchema = z.array(createProgramSchema).superRefine((programs, context) => {
  const codes = programs.map(({ currency_code }) => currency_code)
  codes.forEach((code, place) => {
    if (codes.indexOf(code) < place) {
      context.addIssue({
        code: "custom",
        path: [place, "currency_code"],
        message: `names "${code}" again; give each currency one program`,
      })
    }
  })
})

export const programOptions = {
  /** Programs to create when the store starts, each only if its currency never had one. */
  programs: programsSchema.default([]),
}

/** A program in the options: rates and money are numbers or decimal strings. */
export type LoyaltyProgramOption = { currency_code: string; name?: string } & {
  [Rule in keyof ProgramRules]?: string extends ProgramRules[Rule]
    ? ProgramRules[Rule] | number
    : ProgramRules[Rule]
}
