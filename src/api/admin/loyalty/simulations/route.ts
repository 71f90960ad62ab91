import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { DEFAULT_RULES } from "../../../../domain/program/rules"
import { simulate } from "../../../../domain/simulation/simulation"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../workflows/shared/money"
import { rulesOver } from "../../../../validation/program"
import type { SimulationBody } from "./validators"

/** Plays rules that need not be saved yet: the body's over the program's, or over the defaults. */
export async function POST(
  req: AuthenticatedMedusaRequest<SimulationBody>,
  res: MedusaResponse
): Promise<void> {
  const { currency_code, rules, spent, order_total, available_points } = req.validatedBody
  const program = await resolveLoyaltyPoints(req.scope).programs.ofCurrency(currency_code)
  const simulation = simulate({
    rules: rulesOver(program?.rules ?? DEFAULT_RULES, rules ?? {}),
    currency: currencyOf(currency_code),
    spent,
    order_total,
    available_points,
  })
  res.json({ simulation })
}
