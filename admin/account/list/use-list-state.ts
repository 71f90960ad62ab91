import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"
import { type ListState, readListState, writeListState } from "./list-state"

/**
 * A list's state in the page's address, so that going back and sharing the address work. Typing a
 * search replaces the entry in the history; paging and sorting add one.
 */
export function useListState(prefix = "") {
  const [params, setParams] = useSearchParams()
  const change = useCallback(
    (changes: Partial<ListState>) =>
      setParams((current) => writeListState(current, changes, prefix), {
        replace: changes.q !== undefined,
        preventScrollReset: true,
      }),
    [setParams, prefix]
  )
  return { ...readListState(params, prefix), change }
}
