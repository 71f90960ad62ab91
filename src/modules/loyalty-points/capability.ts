import type { ObjectLiteral } from "typeorm"

import type { OnClose, OnMerge } from "./account-life"
import type { InvariantCheck } from "./audit/invariant"
import type { CapabilityContext } from "./capability-context"
import type { AnyQueryEntity } from "./query/entity"

/** A class of TypeORM's for one table. */
export type EntityClass = new () => ObjectLiteral

/**
 * What one capability brings to the module. Code reaches its store as `loyaltyPoints.<key>`; Query,
 * links, the audit, TypeORM, merges and closings are assembled from the list in `capabilities.ts`.
 */
export type Capability<Key extends string, Store, Queried extends readonly AnyQueryEntity[]> = {
  key: Key
  /** Called once, when the module is made. */
  create(context: CapabilityContext): Store
  /** Tables that TypeORM reads and writes as objects. */
  entities?: readonly EntityClass[]
  /** What Medusa's Query and links see of it. */
  queried?: Queried
  /** What the audit proves of it. */
  invariants?: readonly InvariantCheck[]
  onMerge?: OnMerge
  onClose?: OnClose
}

/** Declares a capability; the types of its store and of what Query sees are inferred. */
export function defineCapability<
  Key extends string,
  Store,
  const Queried extends readonly AnyQueryEntity[] = readonly [],
>(capability: Capability<Key, Store, Queried>): Capability<Key, Store, Queried> {
  return capability
}
