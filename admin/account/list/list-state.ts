/** Where a list stands: what the query string says. */
export type ListState = {
  q: string
  /** The code of the only wallet shown; null: all. */
  wallet: string | null
  /** A field, with a leading - descending; null: the list's own order. */
  order: string | null
  /** null: not said, so the first page unless the list knows better. */
  offset: number | null
}

/** Reads a list's state; several lists on one page tell their parameters apart by a prefix. */
export function readListState(params: URLSearchParams, prefix = ""): ListState {
  const offset = params.get(`${prefix}offset`)
  return {
    q: params.get(`${prefix}q`) ?? "",
    wallet: params.get(`${prefix}wallet`),
    order: params.get(`${prefix}order`),
    offset: offset !== null && /^\d{1,15}$/.test(offset) ? Number(offset) : null,
  }
}

/**
 * The query string with changes to a list's state, other parameters as they were. A search, a
 * wallet or an order that changes starts at the first page again.
 */
export function writeListState(
  params: URLSearchParams,
  changes: Partial<ListState>,
  prefix = ""
): URLSearchParams {
  const written = new URLSearchParams(params)
  const { q, wallet, order } = changes
  const startsOver = [q, wallet, order].some((change) => change !== undefined)
  const complete = startsOver ? { offset: null, ...changes } : changes
  for (const [name, value] of Object.entries(complete)) {
    if (value === null || value === "") {
      written.delete(prefix + name)
    } else {
      written.set(prefix + name, String(value))
    }
  }
  return written
}

/** `-balance` as the table's state, and back. */
export function toSorting(order: string): { id: string; desc: boolean } {
  return { id: order.replace(/^-/, ""), desc: order.startsWith("-") }
}

export function toOrder({ id, desc }: { id: string; desc: boolean }): string {
  return desc ? `-${id}` : id
}
