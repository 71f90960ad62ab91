/** What the shop stores in the browser; it also works in a browser that stores nothing. */
const PREFIX = "shop."

/** A stored value, or null. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

/** Stores a value; null removes it. */
export function write(key: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(PREFIX + key)
    } else {
      localStorage.setItem(PREFIX + key, value)
    }
  } catch {
    // Storage is full or forbidden: what is not stored is requested again.
  }
}
