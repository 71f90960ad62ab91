import { useSearchParams } from "react-router-dom"

/** Where to go after logging in: the `next` of the address, which must be a page of this shop. */
export function useWayOn() {
  const [query] = useSearchParams()
  const wanted = query.get("next") ?? ""
  const next = /^\/(?![/\\])/.test(wanted) ? wanted : "/account"
  return { next, withNext: (path: string) => `${path}?next=${encodeURIComponent(next)}` }
}
