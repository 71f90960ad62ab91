import type { Workbench } from "./workbench"

/** Things that are measured together. */
export interface Entry {
  /** Of its results, in their order: what `--only` takes. */
  names: string[]
  /** What is compared with what. */
  title: string
  run(workbench: Workbench): Promise<Result[]>
}

/** A measurement. `ratio` and `other` are missing where nothing is compared. */
export interface Result {
  name: string
  unit: string
  ours: Spread
  other?: Spread
  ratio?: Spread
  runs: number
  goal?: Goal
}

/** The goal: for the ratio, or for our own figure. */
export type Goal = ({ atLeast: number } | { atMost: number }) & { of?: "ours" }

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
export function isReached({ ours, ratio, goal }: Result): boolean | undefined {
  const figure = goal?.of === "ours" ? ours : ratio
  if (!figure || !goal) {
    return undefined
  }
  return "atLeast" in goal ? figure.median >= goal.atLeast : figure.median <= goal.atMost
}

/** Our figures and the other's, pair by pair. */
export type Pair = [ours: number, other: number]

/** The result of pairs, with the ratio taken per pair. */
export function resultOf(
  { name, unit, goal }: Pick<Result, "name" | "unit" | "goal">,
  pairs: readonly Pair[]
): Result {
  return {
    name,
    unit,
    goal,
    ours: spreadOf(pairs.map(([ours]) => ours)),
    other: spreadOf(pairs.map(([, other]) => other)),
    ratio: spreadOf(pairs.map(([ours, other]) => ours / other)),
    runs: pairs.length,
  }
}
