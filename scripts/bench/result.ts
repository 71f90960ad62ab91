import type { Workbench } from "./workbench"

/** One thing that is measured. */
export interface Entry {
  name: string
  /** What is compared with what. */
  title: string
  run(workbench: Workbench): Promise<Result>
}

/** What an entry came to. `ratio` and `other` are missing where nothing is compared. */
export interface Result {
  name: string
  unit: string
  ours: Spread
  other?: Spread
  ratio?: Spread
  runs: number
  goal?: Goal
}

/** The ratio that is aimed at. */
export type Goal = { atLeast: number } | { atMost: number }

/** The middle and the extremes of some measurements. */
export interface Spread {
  median: number
  min: number
  max: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (index: number) => sorted[index] ?? NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  }
}

/** Whether the goal is reached; undefined without one. */
export function isReached({ ratio, goal }: Result): boolean | undefined {
  if (!ratio || !goal) {
    return undefined
  }
  return "atLeast" in goal ? ratio.median >= goal.atLeast : ratio.median <= goal.atMost
}

/**
 * Measures two things in turn, A B A B, after one turn that does not count: what disturbs the
 * machine for a while disturbs both. The ratio is that of each pair.
 */
export async function compare(
  runs: number,
  ours: () => Promise<number>,
  other: () => Promise<number>,
  onRun: (run: number, ours: number, other: number) => void
): Promise<{ ours: Spread; other: Spread; ratio: Spread; runs: number }> {
  const pairs: [number, number][] = []
  for (let run = 0; run <= runs; run++) {
    const pair: [number, number] = [await ours(), await other()]
    if (run > 0) {
      pairs.push(pair)
      onRun(run, ...pair)
    }
  }
  return {
    ours: spreadOf(pairs.map(([value]) => value)),
    other: spreadOf(pairs.map(([, value]) => value)),
    ratio: spreadOf(pairs.map(([one, two]) => one / two)),
    runs,
  }
}
