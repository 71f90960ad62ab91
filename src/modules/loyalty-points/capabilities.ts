import { AuditStore } from "./audit/audit-store"
import type { InvariantCheck } from "./audit/invariant"
import type { CapabilityContext, EntityClass } from "./capability"
import { redemptions } from "./checkout"
import { expiry } from "./expiry"
import { accounts, ledger } from "./ledger"
import { programs } from "./program"
import type { AnyQueryEntity, QueryEntity } from "./query/entity"
import type { ListConfig } from "./query/queryable"
import type { Filters } from "./query/where"
import { reminders } from "./reminders"
import { statistics } from "./statistics"

/** Every capability of the module. A new one is its folder and a line here. */
export const CAPABILITIES = [
  accounts,
  ledger,
  programs,
  redemptions,
  expiry,
  reminders,
  statistics,
] as const

type AnyCapability = (typeof CAPABILITIES)[number]

/** The capabilities' stores, each under its key, and the audit of all of them. */
export type CapabilityStores = {
  [One in AnyCapability as One["key"]]: ReturnType<One["create"]>
} & { audit: AuditStore }

type Queried = NonNullable<AnyCapability["queried"]>[number]

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
export type QueryMethods = Intersection<ListMethods<Queried>>

/** All that Query sees of the module. */
export const QUERIED: readonly AnyQueryEntity[] = CAPABILITIES.flatMap(
  ({ queried = [] }: { queried?: readonly AnyQueryEntity[] }) => [...queried]
)

/** What the audit proves, of all capabilities. */
export const INVARIANTS: readonly InvariantCheck[] = CAPABILITIES.flatMap(
  ({ invariants = [] }: { invariants?: readonly InvariantCheck[] }) => [...invariants]
)

/** Tables that TypeORM reads and writes as objects. */
export const ENTITIES = CAPABILITIES.flatMap(
  ({ entities = [] }: { entities?: readonly EntityClass[] }) => [...entities]
)

/** Every capability's store, made for one service. */
export function createStores(context: CapabilityContext): CapabilityStores {
  const stores = CAPABILITIES.map((capability) => [capability.key, capability.create(context)])
  const audit = new AuditStore(context.dataSource, INVARIANTS)
  return { ...Object.fromEntries(stores), audit } as CapabilityStores
}

/** The methods that Medusa's Query calls on the service. */
export function createQueryMethods(context: CapabilityContext): QueryMethods {
  return Object.fromEntries(
    QUERIED.flatMap((entity) => [
      [
        `list${entity.name}s`,
        (filters?: Filters, config?: ListConfig) => entity.list(context, filters, config),
      ],
      [
        `listAndCount${entity.name}s`,
        async (filters?: Filters, config?: ListConfig) => [
          await entity.list(context, filters, config),
          await entity.count(context, filters),
        ],
      ],
    ])
  ) as QueryMethods
}
