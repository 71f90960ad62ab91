/** A list's state, from the query string. */
export type ListState = {
  q: string
  /** The code of the only wallet shown; null: all. */
  wallet: string | null
  /** A field, descending with a leading -; null: the list's default order. */
  order: string | null
  /** null: not set, so the first page unless the list decides otherwise. */
  offset: number | null
}

/** Reads a list's state; several lists on one page use different prefixes. */
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
 * The query string with changes to a list's state; other parameters stay. Changing the search, the
 * wallet or the order goes back to the first page.
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
