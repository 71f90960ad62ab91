import type { AdjustmentInput } from "./adjustment"

/**
 * Where the form shows a server error, and its text: one of the form's own by `key`, or the server's
 * `message`.
 */
export type PlacedError = {
  field: keyof AdjustmentInput | "root"
  key?: "notAvailable" | "replayed"
  message: string
}

const UNPROCESSABLE = 422

const FIELDS = { points: "points", reason: "reason", expires_at: "expires_on" } as const

/** Places an error: messages begin with the name of their field. */
export function placeError(error: { message: string; status?: number }): PlacedError {
  const { message, status } = error
  if (status === UNPROCESSABLE) {
    return { field: "root", key: "replayed", message }
  }
  if (message.startsWith("Not enough points")) {
    return { field: "points", key: "notAvailable", message }
  }
  const [, name, rest] = /^(points|reason|expires_at): (.+)$/s.exec(message) ?? []
  if (name && rest && isField(name)) {
    return { field: FIELDS[name], message: rest }
  }
  return { field: "root", message }
}

const isField = (name: string): name is keyof typeof FIELDS => name in FIELDS
