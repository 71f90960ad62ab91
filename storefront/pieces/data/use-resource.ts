import { useCallback, useSyncExternalStore } from "react"
import { useLoyaltyContext } from "../context"
import type { Snapshot } from "../lib/resources"

const NOTHING: Snapshot<never> = { data: undefined, error: undefined, isLoading: false }
const DO_NOTHING = () => undefined

/**
 * The shared state of one store answer, loaded if it is not known yet.
 *
 * @param key null: nothing is loaded
 * @param load a stable function, determined by the key
 */
export function useResource<Data>(key: string | null, load: () => Promise<Data>): Snapshot<Data> {
  const { resources } = useLoyaltyContext()
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? DO_NOTHING : resources.watch(key, load, listener)),
    [resources, key, load]
  )
  const snapshot = () => (key === null ? NOTHING : resources.snapshot<Data>(key))
  return useSyncExternalStore(subscribe, snapshot, snapshot)
}
