import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { walletsPage } from "../../../shared/wallets-page"
import type { PageQuery } from "../../../shared/validate"

/** The wallets that the store declares, with their words. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { all } = resolveLoyaltyPoints(req.scope).wallets
  res.json(walletsPage(all, req.validatedQuery as PageQuery))
}
