/** Why a request failed, as far as a shopper can act on it. */
export type FailureKind = "network" | "login" | "gone" | "refused" | "server"

/** The HTTP status of a js-sdk error; undefined if the store was not reached. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("status" in error)) {
    return undefined
  }
  return typeof error.status === "number" ? error.status : undefined
}

/** The kind of failure of a js-sdk error. */
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

/** Whether simply retrying the request in a moment may succeed. */
export function isWorthRetrying(error: unknown): boolean {
  const kind = failureKindOf(error)
  return kind === "network" || kind === "server"
}
