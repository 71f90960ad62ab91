import * as z from "zod"

import { formShape, type SchemaContext } from "../fields/schema"
import { PROGRAM_FIELDS } from "./fields"

/** Checks the form of a program as the API does and turns it into the API's body. */
export function programSchema(context: SchemaContext) {
  return z.object({ currency_code: z.string().min(1), ...formShape(PROGRAM_FIELDS, context) })
}

export type ProgramSchema = ReturnType<typeof programSchema>
/** The form's state: numbers as they were typed. */
export type ProgramFormValues = z.input<ProgramSchema>
/** A checked program, as the API takes it. */
export type ProgramInput = z.output<ProgramSchema>
