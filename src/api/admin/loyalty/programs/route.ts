import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { createLoyaltyProgramWorkflow } from "../../../../workflows/program/create-program"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { actorOf } from "../../../shared/actor"
import { programResponse } from "../../../shared/responses"
import type { PageQuery } from "../../../shared/validate"
import { programOf } from "../../../../validation/program"
import type { CreateProgramBody } from "../../../../validation/program"

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
  const { result } = await createLoyaltyProgramWorkflow(req.scope).run({
    input: { ...programOf(req.validatedBody), actor: actorOf(req) },
  })
  res.json({ loyalty_program: programResponse(result) })
}
