import { testVariable } from "../../../scripts/test/environment"
import { callInside } from "./call"

/** Calls a method of one of Medusa's modules inside the shared store. */
export function callModule<T>(key: string, method: string, args: unknown[]): Promise<T> {
  return callInside<T>(testVariable("inside"), "call", { key, method, args })
}

/** Asks the shared store's Query. */
export async function graphInside<T>(config: object): Promise<T[]> {
  const { data } = await callInside<{ data: T[] }>(testVariable("inside"), "graph", config)
  return data
}
