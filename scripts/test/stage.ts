import type { Count } from "./jest"
import type { TestResources } from "./resources"

/** One part of `npm test`. */
export interface Stage {
  name: string
  /** What it checks. */
  title: string
  /** Takes as long as several others together, so it starts first. */
  isLong?: true
  /** Why it runs only when named. */
  onRequest?: string
  run(resources: TestResources, request: StageRequest): Promise<Count>
}

/** What was requested on the command line. */
export interface StageRequest {
  /** What follows the stages' names, for Jest. */
  args: string[]
  /** Whether the stage was named, or all of them run. */
  isNamed: boolean
}
