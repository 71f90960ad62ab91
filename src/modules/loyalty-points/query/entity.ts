import type { ModuleContext } from "../capability-context"
import { countQueryable, listQueryable } from "./queryable"
import type { ListConfig, Queryable } from "./queryable"
import type { Filters } from "./where"

/** An entity for Medusa's Query, links and GraphQL. */
export type QueryEntity<Name extends string, DTO> = {
  /** "LoyaltyAccount": Query calls `listLoyaltyAccounts`. */
  name: Name
  /** "loyalty_account", as it is queried. */
  alias: string
  /** The prefix of its ids, without the underscore. */
  idPrefix: string
  /** Fields that a link may point at. */
  linkable: readonly string[]
  /** Its GraphQL type, with any further types it needs. */
  schema: string
  list(context: ModuleContext, filters?: Filters, config?: ListConfig): Promise<DTO[]>
  count(context: ModuleContext, filters?: Filters): Promise<number>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any answer; lists infer their own
export type AnyQueryEntity = QueryEntity<string, any>

type Described<Name extends string> = Pick<
  QueryEntity<Name, unknown>,
  "name" | "alias" | "idPrefix" | "linkable" | "schema"
>

/** An entity read entirely from rows. */
export function queryEntity<Name extends string, Row, DTO>(
  described: Described<Name>,
  queryable: Queryable<Row, DTO>
): QueryEntity<Name, DTO> {
  return {
    ...described,
    list: ({ dataSource }, filters, config) =>
      listQueryable(dataSource, queryable, filters, config),
    count: ({ dataSource }, filters) => countQueryable(dataSource, queryable, filters),
  }
}

/** Columns of a table alias, each a field with the same name. */
export const columns = (alias: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `${alias}.${name}`]))
