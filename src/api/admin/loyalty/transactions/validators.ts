import { z } from "@medusajs/framework/zod"

import {
  BEGINNING,
  cursorOf,
  placeOfCursor,
} from "../../../../modules/loyalty-points/journal/place"
import { wholeNumberParameter } from "../../../../validation/fields"

const MAX_LIMIT = 1000
const DEFAULT_LIMIT = 100

export const feedQuerySchema = z.strictObject({
  after: z
    .string()
    .refine((cursor) => placeOfCursor(cursor) !== null, {
      message: 'after: expected the "next_after" of an earlier answer; leave it out to begin',
    })
    .default(cursorOf(BEGINNING))
    .describe("The `next_after` of an earlier answer; left out: from the beginning."),
  limit: wholeNumberParameter("limit", { min: 1, max: MAX_LIMIT })
    .default(DEFAULT_LIMIT)
    .describe("Most lines of the answer."),
})
export type FeedQuery = z.infer<typeof feedQuerySchema>
