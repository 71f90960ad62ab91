/** What the shop keeps in the browser; a browser that keeps nothing is served all the same. */
const PREFIX = "shop."

/** A value kept earlier, or null. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

/** Keeps a value; null forgets it. */
export function write(key: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(PREFIX + key)
    } else {
      localStorage.setItem(PREFIX + key, value)
    }
  } catch {
    // Storage is full or forbidden: what is not kept is asked for again.
  }
}
