import type { ModuleJoinerConfig } from "@medusajs/framework/types"

import { QUERIED } from "./capabilities"
import { LOYALTY_POINTS_MODULE } from "./key"

/** What Query and links know of the module, assembled from its capabilities. */
export const joinerConfig: ModuleJoinerConfig = {
  serviceName: LOYALTY_POINTS_MODULE,
  primaryKeys: ["id"],
  linkableKeys: Object.fromEntries(
    QUERIED.flatMap(({ name, alias, linkable }) =>
      linkable.map((field) => [`${alias}_${field}`, name])
    )
  ),
  schema: QUERIED.map(({ schema }) => schema).join(""),
  alias: QUERIED.map(({ name, alias }) => ({
    name: [alias, `${alias}s`],
    entity: name,
    args: { methodSuffix: `${name}s` },
  })),
  idPrefixToEntityName: Object.fromEntries(QUERIED.map(({ idPrefix, name }) => [idPrefix, name])),
}
