import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"

/** Proves the whole ledger on one snapshot. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ audit: await resolveLoyaltyPoints(req.scope).audit.run() })
}
