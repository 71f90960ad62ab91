import { spreadOf } from "../result"

/** Does one request and tells its milliseconds. */
export type Side = () => Promise<number>

/**
 * How long to measure: blocks of so many rounds, in each of which every side has one turn, until the
 * time is over. A fast machine measures more, a slow one is no slower to answer.
 */
export interface TurnPlan {
  rounds: number
  seconds: number
  /** What a block needs, made before it and not measured. */
  prepare?: () => Promise<void>
  /** Told the median of each side after each block that counts. */
  onBlock?: (block: number, medians: number[]) => void
}

/** The rounds and seconds of an entry; in the quick form the least that shows that it works. */
export const planOf = (isQuick: boolean, rounds: number, seconds: number): TurnPlan =>
  isQuick ? { rounds: 2, seconds: 0 } : { rounds, seconds }

/** Of these the median is no accident; a plan without time is there to see that all of it works. */
const LEAST_BLOCKS = 5

/**
 * Measures several things request by request, after one block that does not count. Who begins
 * changes with each round (A B, B A, A B, …): a machine that slows down, a collection of garbage or
 * what a request leaves behind meets all sides alike.
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
