/** Why a request failed, as far as a shopper can do something about it. */
export type FailureKind = "network" | "login" | "gone" | "refused" | "server"

/** The HTTP status of an error of the js-sdk; undefined when the store was not reached. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("status" in error)) {
    return undefined
  }
  return typeof error.status === "number" ? error.status : undefined
}

/** Tells what kind of failure an error of the js-sdk is. */
export function failureKindOf(error: unknown): FailureKind {
  const status = statusOf(error)
  if (status === undefined) {
    return "network"
  }
  if (status === 401) {
    return "login"
  }
  if (status === 404) {
    return "gone"
  }
  return status < 500 && status !== 429 ? "refused" : "server"
}

/** Whether the same request may succeed in a moment without anybody doing anything. */
export function isWorthRetrying(error: unknown): boolean {
  const kind = failureKindOf(error)
  return kind === "network" || kind === "server"
}
