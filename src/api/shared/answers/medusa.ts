import { z } from "@medusajs/framework/zod"

/** An object of Medusa's own: its API reference tells the fields. */
export const medusas = (name: string) =>
  z.looseObject({ id: z.string() }).describe(`A ${name} with the fields of Medusa's own API.`)

/** Medusa's parameter of routes that answer its objects. */
export const fieldsQuery = z.strictObject({
  fields: z.string().optional().describe("Fields to answer, as Medusa's own routes take them."),
})
