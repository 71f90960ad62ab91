import type { ModuleJoinerConfig } from "@medusajs/framework/types"

import { AuditStore } from "./audit/audit-store"
import type { InvariantCheck } from "./audit/invariant"
import type { Capability, EntityClass } from "./capability"
import type { ModuleContext } from "./capability-context"
import type { AnyQueryEntity, QueryEntity } from "./query/entity"
import type { ListConfig } from "./query/queryable"
import type { Filters } from "./query/where"

/** Any capability; its store and entities are inferred from the list it stands in. */
export type AnyCapability = Capability<string, unknown, readonly AnyQueryEntity[]>

/** The capabilities' stores, each under its key, and the audit of all of them. */
export type StoresOf<List extends readonly AnyCapability[]> = {
  [One in List[number] as One["key"]]: ReturnType<One["create"]>
} & { audit: AuditStore }

type ListMethods<Entity> =
  Entity extends QueryEntity<infer Name, infer DTO>
    ? Record<`list${Name}s`, (filters?: Filters, config?: ListConfig) => Promise<DTO[]>> &
        Record<
          `listAndCount${Name}s`,
          (filters?: Filters, config?: ListConfig) => Promise<[DTO[], number]>
        >
    : never

type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All
) => void
  ? All
  : never

/** `list…` and `listAndCount…` for each entity, as Medusa's Query calls them. */
export type QueryMethodsOf<List extends readonly AnyCapability[]> = Intersection<
  ListMethods<NonNullable<List[number]["queried"]>[number]>
>

/** All that Query and links see of some capabilities. */
export const queriedOf = (list: readonly AnyCapability[]): AnyQueryEntity[] =>
  list.flatMap(({ queried = [] }) => [...queried])

/** All that the audit proves of some capabilities. */
export const invariantsOf = (list: readonly AnyCapability[]): InvariantCheck[] =>
  list.flatMap(({ invariants = [] }) => [...invariants])

/** The tables of some capabilities that TypeORM reads and writes as objects. */
export const entitiesOf = (list: readonly AnyCapability[]): EntityClass[] =>
  list.flatMap(({ entities = [] }) => [...entities])

/** Every capability's store, made for one service. */
export function storesOf<const List extends readonly AnyCapability[]>(
  list: List,
  context: ModuleContext
): StoresOf<List> {
  const onMerge = list.flatMap((capability) => capability.onMerge ?? [])
  const onClose = list.flatMap((capability) => capability.onClose ?? [])
  const stores = list.map(({ key, create }) => [key, create({ ...context, onMerge, onClose })])
  const audit = new AuditStore(context.dataSource, invariantsOf(list))
  return { ...Object.fromEntries(stores), audit } as StoresOf<List>
}

/** The methods that Medusa's Query calls on the service. */
export function queryMethodsOf<const List extends readonly AnyCapability[]>(
  list: List,
  context: ModuleContext
): QueryMethodsOf<List> {
  const methods = queriedOf(list).map((entity) => ({
    [`list${entity.name}s`]: (filters?: Filters, config?: ListConfig) =>
      entity.list(context, filters, config),
    [`listAndCount${entity.name}s`]: async (filters?: Filters, config?: ListConfig) => [
      await entity.list(context, filters, config),
      await entity.count(context, filters),
    ],
  }))
  return Object.assign({}, ...methods) as QueryMethodsOf<List>
}

/** What Query, links and GraphQL know of a module with these capabilities. */
export function joinerConfigOf(
  serviceName: string,
  list: readonly AnyCapability[]
): ModuleJoinerConfig {
  const queried = queriedOf(list)
  return {
    serviceName,
    primaryKeys: ["id"],
    linkableKeys: Object.fromEntries(
      queried.flatMap(({ name, alias, linkable }) =>
        linkable.map((field) => [`${alias}_${field}`, name])
      )
    ),
    schema: queried.map(({ schema }) => schema).join(""),
    alias: queried.map(({ name, alias }) => ({
      name: [alias, `${alias}s`],
      entity: name,
      args: { methodSuffix: `${name}s` },
    })),
    idPrefixToEntityName: Object.fromEntries(queried.map(({ idPrefix, name }) => [idPrefix, name])),
  }
}
