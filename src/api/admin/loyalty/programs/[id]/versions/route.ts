import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../../../workflows/shared/loyalty-points"
import { programVersionResponse } from "../../../../../shared/responses"
import type { PageQuery } from "../../../../../shared/validate"

/** Who changed what when, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const program = await loyaltyPoints.programs.retrieve(req.params.id as string)
  const { rows, count } = await loyaltyPoints.programs.versions(program.id, { limit, offset })
  res.json({
    loyalty_program_versions: rows.map(programVersionResponse),
    count,
    offset,
    limit,
  })
}
