import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"

/** Proves the whole ledger on one snapshot. The newest seal is for whoever keeps it elsewhere. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { audit, journal } = resolveLoyaltyPoints(req.scope)
  res.json({ audit: { ...(await audit.run()), last_seal: await journal.lastSeal() } })
}
