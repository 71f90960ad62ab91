import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { publicProgramResponse } from "../../../shared/responses"
import type { PageQuery } from "../../../shared/validate"

/** The programs a shopper can use: enabled ones, without internal fields. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const [programs, count] = await resolveLoyaltyPoints(req.scope).listAndCountLoyaltyPrograms(
    { is_enabled: true },
    { take: limit, skip: offset }
  )
  res.json({ loyalty_programs: programs.map(publicProgramResponse), count, offset, limit })
}
