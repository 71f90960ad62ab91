import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { deleteLoyaltyProgramWorkflow } from "../../../../../workflows/program/delete-program"
import { updateLoyaltyProgramWorkflow } from "../../../../../workflows/program/update-program"
import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import { actorOf } from "../../../../shared/actor"
import { programResponse } from "../../../../shared/responses"
import type { UpdateProgramBody } from "../../../../../validation/program"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const program = await resolveLoyaltyPoints(req.scope).programs.retrieve(id)
  res.json({ loyalty_program: programResponse(program) })
}

/** Changes the rules that the body names; each change is a new version. */
export async function POST(
  req: AuthenticatedMedusaRequest<UpdateProgramBody>,
  res: MedusaResponse
): Promise<void> {
  const { name, ...rules } = req.validatedBody
  const { result } = await updateLoyaltyProgramWorkflow(req.scope).run({
    input: { id: req.params.id as string, name, rules, actor: actorOf(req) },
  })
  res.json({ loyalty_program: programResponse(result) })
}

/** Ends the program and returns it as it was. */
export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const program = await resolveLoyaltyPoints(req.scope).programs.retrieve(id)
  await deleteLoyaltyProgramWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({
    loyalty_program: programResponse(program),
    id,
    object: "loyalty_program",
    deleted: true,
  })
}
