import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

import type { Actor } from "../../modules/loyalty-points/ledger/types"

/** Who calls: an admin user or a secret API key. */
export function actorOf({ auth_context }: AuthenticatedMedusaRequest<unknown>): Actor {
  return { type: auth_context.actor_type, id: auth_context.actor_id }
}
