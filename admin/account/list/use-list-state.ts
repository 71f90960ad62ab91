import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"
import { type ListState, readListState, writeListState } from "./list-state"

/**
 * A list's state in the page's address, so that the back button and sharing the address work. Typing a
 * search replaces the history entry; paging and sorting add one.
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
