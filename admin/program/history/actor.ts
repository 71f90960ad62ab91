import type { AdminApiKeyListResponse, AdminUserListResponse } from "@medusajs/framework/types"
import { useQuery } from "@tanstack/react-query"

import type { HttpLoyaltyProgramVersion } from "../../../src/types/http"
import { useText } from "../../shared/locale"
import { sdk } from "../../shared/sdk"

type Actor = Pick<HttpLoyaltyProgramVersion, "actor_type" | "actor_id">

/**
 * How to look up an actor's name, null if the actor no longer exists: a list is then empty, where a
 * request for one would fail.
 */
const NAME_FINDERS = {
  user: async (id: string) => {
    const query = { id, fields: "id,email" }
    const { users } = await sdk.client.fetch<AdminUserListResponse>("/admin/users", { query })
    return users[0]?.email ?? null
  },
  "api-key": async (id: string) => {
    const query = { id, fields: "id,title" }
    const { api_keys } = await sdk.client.fetch<AdminApiKeyListResponse>("/admin/api-keys", {
      query,
    })
    return api_keys[0]?.title ?? null
  },
}

type ActorType = keyof typeof NAME_FINDERS

const GONE: Record<ActorType, string> = {
  user: "program.history.actors.deletedUser",
  "api-key": "program.history.actors.deletedApiKey",
}

/** Placeholder for a name being looked up. */
const UNDER_WAY = "…"

/** Who changed a program, in words; the id if the name is unavailable. */
export function useActorName({ actor_type, actor_id }: Actor): string {
  const t = useText()
  const type = isActorType(actor_type) ? actor_type : null
  const { data: name, isLoading } = useQuery({
    queryKey: ["loyalty", "actor", actor_type, actor_id],
    enabled: type !== null && actor_id !== null,
    staleTime: Infinity,
    queryFn: () => (type && actor_id ? NAME_FINDERS[type](actor_id) : null),
  })
  if (actor_id === null) {
    return t("program.history.actors.system")
  }
  if (isLoading) {
    return UNDER_WAY
  }
  if (type === null || name === undefined) {
    return actor_id
  }
  if (name === null) {
    return t(GONE[type])
  }
  return type === "api-key" ? t("program.history.actors.apiKey", { name }) : name
}

function isActorType(type: string | null): type is ActorType {
  return type !== null && Object.hasOwn(NAME_FINDERS, type)
}
