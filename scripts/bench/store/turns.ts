import { spreadOf } from "../result"

/** Sends one request and returns its milliseconds. */
export type Side = () => Promise<number>

/**
 * How long to measure: blocks of a number of rounds, with one turn per side in each, until the time is
 * up. A fast machine measures more; a slow one does not take longer.
 */
export interface TurnPlan {
  rounds: number
  seconds: number
  /** Prepares what a block needs, without being measured. */
  prepare?: () => Promise<void>
  /** Called with the median of each side after each block that counts. */
  onBlock?: (block: number, medians: number[]) => void
}

/** The rounds and seconds of an entry; in the quick form, just enough to show that it works. */
export const planOf = (isQuick: boolean, rounds: number, seconds: number): TurnPlan =>
  isQuick ? { rounds: 2, seconds: 0 } : { rounds, seconds }

/** Enough for a meaningful median; a plan without time only checks that everything works. */
const LEAST_BLOCKS = 5

/**
 * Measures several things request by request, after one block that does not count. Which side starts
 * changes each round (A B, B A, A B, …), so that a machine slowing down, garbage collection or the
 * after-effects of a request affect all sides alike.
 *
 * @returns for each block the milliseconds of each side
 */
export async function takeTurns(sides: readonly Side[], plan: TurnPlan): Promise<number[][][]> {
  const least = plan.seconds > 0 ? LEAST_BLOCKS : 1
  const end = performance.now() + plan.seconds * 1000
  await measureBlock(sides, plan)
  const blocks: number[][][] = []
  while (blocks.length < least || performance.now() < end) {
    const measured = await measureBlock(sides, plan)
    blocks.push(measured)
    plan.onBlock?.(blocks.length, measured.map(medianOf))
  }
  return blocks
}

async function measureBlock(
  sides: readonly Side[],
  { rounds, prepare }: TurnPlan
): Promise<number[][]> {
  await prepare?.()
  const values: number[][] = sides.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < sides.length; turn++) {
      const side = (round + turn) % sides.length
      values[side]?.push((await sides[side]?.()) ?? NaN)
    }
  }
  return values
}

export const medianOf = (values: readonly number[]): number => spreadOf(values).median
