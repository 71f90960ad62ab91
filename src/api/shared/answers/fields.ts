import { z } from "@medusajs/framework/zod"

/** Points: a whole number. */
export const points = z.int()
/** Points or things that are never below 0. */
export const count = z.int().min(0)
/** Money in major units. */
export const money = z.number()
/** A share of 1 with four decimals. */
export const rate = z.number()
export const text = z.string()
export const currencyCode = z.string().meta({ examples: ["pln"] })
/** ISO 8601 in UTC. */
export const time = z.iso.datetime()

/** A list's answer, as Medusa has it. */
export function listed<Name extends string, Item extends z.ZodType>(name: Name, item: Item) {
  return z.strictObject({
    [name as string]: z.array(item),
    count: count.describe("Entries in all."),
    offset: count,
    limit: count,
  })
}
