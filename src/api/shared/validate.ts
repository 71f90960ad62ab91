import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { zodValidator } from "@medusajs/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { wholeNumberParameter } from "../../validation/fields"

/** Largest page of a list. */
const MAX_LIMIT = 100
const DEFAULT_LIMIT = 20

/** `limit` and `offset` of a list, as numbers. */
export const pageSchema = z.strictObject({
  limit: wholeNumberParameter("limit", { min: 1, max: MAX_LIMIT })
    .default(DEFAULT_LIMIT)
    .describe("Most entries of the page."),
  offset: wholeNumberParameter("offset", { min: 0, max: Number.MAX_SAFE_INTEGER })
    .default(0)
    .describe("Entries before the page."),
})
export type PageQuery = z.infer<typeof pageSchema>

/** Of routes that are told nothing but their path. */
export const noBody = z.strictObject({})

/** Puts the checked query string into `req.validatedQuery`; 400 names the parameter otherwise. */
export function validateQuery(schema: z.ZodType): MiddlewareFunction {
  return async (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    try {
      req.validatedQuery = await zodValidator(schema, req.query)
      next()
    } catch (error) {
      next(error)
    }
  }
}

/** 404 for an id that PostgreSQL cannot even look for: it knows no null character. */
export function refuseImpossibleIds(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void {
  const [path] = req.originalUrl.split("?")
  const isImpossible = path?.includes("%00")
  next(isImpossible ? new MedusaError(MedusaError.Types.NOT_FOUND, "Id not found") : undefined)
}
