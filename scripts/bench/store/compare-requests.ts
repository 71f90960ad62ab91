import { say } from "../../lib/output"
import { figure } from "../report"
import { type Pair, type Result, resultOf } from "../result"
import { medianOf, type Side, takeTurns, type TurnPlan } from "./turns"

/** Two requests to measure and what the result is called. */
export interface RequestComparison extends Pick<Result, "name" | "goal"> {
  plan: Omit<TurnPlan, "onBlock">
  ours: Side
  other: Side
}

/**
 * Measures one request against another, turn by turn, and says what came out as it goes. One pair
 * of the result is the medians of a block.
 */
export async function compareRequests(comparison: RequestComparison): Promise<Result> {
  const { name, goal, plan, ours, other } = comparison
  const blocks = await takeTurns([ours, other], {
    ...plan,
    onBlock: (block, [one = NaN, two = NaN]) =>
      say(`  ${block}: ${figure(one)} and ${figure(two)} ms, ratio ${figure(one / two)}`), // prettier-ignore
  })
  const pairs = blocks.map(([one = [], two = []]): Pair => [medianOf(one), medianOf(two)])
  return resultOf({ name, unit: "ms", goal }, pairs)
}
