import { z } from "@medusajs/framework/zod"

import { publicFields } from "../../../domain/fields/define-fields"
import { RULES } from "../../../domain/program/rules"
import { answersOf } from "../../../validation/defined-fields"
import { count, currencyCode, text, time } from "./fields"

/** The rules of a program, as merchants see them. */
export const rules = answersOf(RULES)

const identity = {
  id: text,
  currency_code: currencyCode,
  name: text.describe("What customers call the points."),
}

export const publicLoyaltyProgram = z
  .strictObject({ ...identity, ...answersOf(publicFields(RULES)) })
  .meta({
    id: "PublicLoyaltyProgram",
    description: "A program as a shopper's browser sees it: without `clawback_policy`.",
  })

export const loyaltyProgram = z
  .strictObject({
    ...identity,
    ...rules,
    version: count.describe(
      "Grows with each change; every transaction names the one it was computed with."
    ),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: "LoyaltyProgram", description: "The rules of one currency." })
