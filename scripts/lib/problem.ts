/** Something the user can fix; shown as a message only, without a stack. */
export class Problem extends Error {
  override name = "Problem"
}

/** The text to show for a failure: a problem's message, anything else with its stack. */
export function explain(error: unknown): string {
  if (error instanceof Problem) {
    return error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** An error's code, such as `ECONNREFUSED` or PostgreSQL's `28P01`, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === "string" ? code : undefined
}
