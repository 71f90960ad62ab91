import type { Count } from "./jest"

/** The result of one stage. */
export interface Result extends Count {
  name: string
  time: string
}

/** A stage that runs only when named, and why. */
export interface LeftOut {
  name: string
  onRequest: string
}

/** The stages' results: one line for each, and the total alone on the last. */
export function summaryOf(results: Result[], leftOut: LeftOut[] = []): string {
  const width = Math.max(8, ...[...results, ...leftOut].map(({ name }) => name.length))
  const lines = [
    ...results.map((result) => lineOf(result, width)),
    ...leftOut.map(
      ({ name, onRequest }) =>
        `○ ${name.padEnd(width)} on request, npm test -- ${name}: ${onRequest}`
    ),
  ]
  const total = (part: "passed" | "failed") =>
    results.reduce((sum, result) => sum + result[part], 0)
  return [...lines, "", `${total("passed")} passed, ${total("failed")} failed`].join("\n")
}

function lineOf({ name, passed, failed, time }: Result, width: number): string {
  const label = name.padEnd(width)
  const counts = passed + failed > 0 ? ` ${passed} passed, ${failed} failed` : ""
  return `${failed > 0 ? "✗" : "✓"} ${label}${counts} (${time})`
}
