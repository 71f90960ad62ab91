import * as z from "zod"

import { formShape, type SchemaContext } from "../fields/schema"
import { PROGRAM_FIELDS } from "./fields"

/** Validates a program's form as the API does and converts it to the API's body. */
export function programSchema(context: SchemaContext) {
  return z.object({ currency_code: z.string().min(1), ...formShape(PROGRAM_FIELDS, context) })
}

export type ProgramSchema = ReturnType<typeof programSchema>
/** The form's state: numbers as typed. */
export type ProgramFormValues = z.input<ProgramSchema>
/** A validated program, for the API. */
export type ProgramInput = z.output<ProgramSchema>
