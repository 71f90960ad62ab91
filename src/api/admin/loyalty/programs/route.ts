import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { DEFAULT_RULES } from "../../../../domain/program/rules"
import { createLoyaltyProgramWorkflow } from "../../../../workflows/program/create-program"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { actorOf } from "../../../shared/actor"
import { programResponse } from "../../../shared/responses"
import type { PageQuery } from "../../../shared/validate"
import { rulesOver } from "./validators"
import type { CreateProgramBody } from "./validators"

/** All programs, disabled ones too. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const [programs, count] = await resolveLoyaltyPoints(req.scope).listAndCountLoyaltyPrograms(
    {},
    { take: limit, skip: offset }
  )
  res.json({ loyalty_programs: programs.map(programResponse), count, offset, limit })
}

/** Sets up a currency's program; rules that are left out get their defaults. */
export async function POST(
  req: AuthenticatedMedusaRequest<CreateProgramBody>,
  res: MedusaResponse
): Promise<void> {
  const { currency_code, name, ...rules } = req.validatedBody
  const { result } = await createLoyaltyProgramWorkflow(req.scope).run({
    input: { currency_code, name, rules: rulesOver(DEFAULT_RULES, rules), actor: actorOf(req) },
  })
  res.json({ loyalty_program: programResponse(result) })
}
