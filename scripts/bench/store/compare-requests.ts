import { say } from "../../lib/output"
import { figure } from "../report"
import { type Pair, type Result, resultOf } from "../result"
import { medianOf, type Side, takeTurns, type TurnPlan } from "./turns"

/** A request that ours is measured against, and the result's name. */
export interface Peer extends Pick<Result, "name" | "goal"> {
  side: Side
}

export interface RequestComparison {
  plan: Omit<TurnPlan, "onBlock">
  ours: Side
  peers: readonly Peer[]
}

/**
 * Measures one request against others, turn by turn, printing results along the way. One pair of a
 * result is the medians of a block.
 */
export async function compareRequests({ plan, ours, peers }: RequestComparison): Promise<Result[]> {
  const blocks = await takeTurns([ours, ...peers.map(({ side }) => side)], {
    ...plan,
    onBlock: (block, [own = NaN, ...others]) => {
      const results = others.map((other) => `${figure(other)} ms (${figure(own / other)})`)
      say(`  ${block}: ${figure(own)} ms against ${results.join(" and ")}`)
    },
  })
  return peers.map(({ name, goal }, index) =>
    resultOf(
      { name, unit: "ms", goal },
      blocks.map(([own = [], ...others]): Pair => [medianOf(own), medianOf(others[index] ?? [])])
    )
  )
}
