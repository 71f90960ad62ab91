import { say } from "../lib/output"
import { figure } from "./report"
import { type Result, resultOf } from "./result"

/** Two things to measure, and the result's name. */
export interface Comparison extends Pick<Result, "name" | "unit" | "goal"> {
  runs: number
  ours(): Promise<number>
  other(): Promise<number>
}

/** Measures us and the other in turn, printing results along the way. */
export async function compare(comparison: Comparison): Promise<Result> {
  const { runs, unit, ours, other } = comparison
  const pairs = await inTurn(runs, ours, other, (run, [one, two]) =>
    say(`  ${run}/${runs}: ${figure(one)} and ${figure(two)} ${unit}, ratio ${figure(one / two)}`)
  )
  return resultOf(comparison, pairs)
}

/**
 * Measures two things in turn, A B A B, after one turn that does not count, so that temporary
 * disturbances affect both.
 */
export async function inTurn<T>(
  runs: number,
  ours: () => Promise<T>,
  other: () => Promise<T>,
  onRun: (run: number, pair: [T, T]) => void
): Promise<[T, T][]> {
  const pairs: [T, T][] = []
  for (let run = 0; run <= runs; run++) {
    const pair: [T, T] = [await ours(), await other()]
    if (run > 0) {
      pairs.push(pair)
      onRun(run, pair)
    }
  }
  return pairs
}

/** The default number of concurrent clients. */
export const CLIENTS = 8

/** The pairs of an entry, and the milliseconds of each of their halves. */
export const effort = (isQuick: boolean) =>
  isQuick ? { runs: 1, milliseconds: 150 } : { runs: 7, milliseconds: 2000 }

/** How long to measure: `milliseconds` of work by a number of concurrent clients. */
export interface Slice {
  clients: number
  milliseconds: number
}

/** Two operations to measure by how often all clients together do them per second. */
export interface RateComparison extends Pick<Result, "name" | "goal"> {
  isQuick: boolean
  /** Prepares what a number of milliseconds of ours needs. */
  prepare?(milliseconds: number): Promise<void>
  ours(): Promise<unknown>
  other(): Promise<unknown>
}

/** Measures how often per second our operation and the other are done, in turn. */
export function compareRates(comparison: RateComparison): Promise<Result> {
  const { isQuick, prepare, ours, other, ...named } = comparison
  const { runs, milliseconds } = effort(isQuick)
  const rateOf = (work: () => Promise<unknown>) =>
    perSecond({ clients: CLIENTS, milliseconds }, work)
  return compare({
    ...named,
    unit: "per s",
    runs,
    ours: async () => {
      await prepare?.(milliseconds)
      return rateOf(ours)
    },
    other: () => rateOf(other),
  })
}

/** How often per second all clients together did it. `work` returns false when none is left. */
export async function perSecond(
  { clients, milliseconds }: Slice,
  work: () => Promise<unknown>
): Promise<number> {
  const started = performance.now()
  let done = 0
  await atOnce(clients, async () => {
    while (performance.now() - started < milliseconds && (await work()) !== false) {
      done += 1
    }
  })
  return (done / (performance.now() - started)) * 1000
}

/** Does something a number of times, a number at once. */
export async function times(
  count: number,
  clients: number,
  work: () => Promise<unknown>
): Promise<void> {
  let begun = 0
  await atOnce(clients, async () => {
    while (begun++ < count) {
      await work()
    }
  })
}

/** The milliseconds of one of many, done one after the other. */
export async function millisecondsOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await times(count, 1, work)
  return (performance.now() - started) / count
}

const atOnce = (clients: number, client: () => Promise<void>) =>
  Promise.all(Array.from({ length: clients }, client))
