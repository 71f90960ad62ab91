import { told } from "../../../scripts/test/environment"
import { runInside } from "./errand"

/** Calls a method of one of Medusa's modules inside the shared store. */
export function callModule<T>(key: string, method: string, args: unknown[]): Promise<T> {
  return runInside<T>(told("inside"), "call", { key, method, args })
}

/** Asks the shared store's Query. */
export async function graphInside<T>(config: object): Promise<T[]> {
  const { data } = await runInside<{ data: T[] }>(told("inside"), "graph", config)
  return data
}
