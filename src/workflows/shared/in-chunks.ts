/** By how much a chunk that fails is divided. */
const DIVISOR = 10

/**
 * Work on many things in an order of their own. `Chunk` is what is made of some of them, and tells
 * where to go on: null at the end.
 */
export type ChunkedWork<Place, Chunk extends { next: Place | null }> = {
  /** Does at most `limit` things from a place on, all of them or, if it throws, none. */
  run(from: Place, limit: number): Promise<Chunk>
  /** Hears of a chunk that is done, for good: may not throw. */
  done(chunk: Chunk): Promise<void>
  /** Hears of one thing that cannot be done. Returns the place after it, null to end the work. */
  failed(from: Place, error: unknown): Promise<Place | null>
}

/**
 * Does the work chunk by chunk. A chunk that fails is divided until the thing that fails stands
 * alone; it is passed over and the work goes on, in larger chunks again.
 */
export async function inChunks<Place, Chunk extends { next: Place | null }>(
  work: ChunkedWork<Place, Chunk>,
  start: Place,
  size: number
): Promise<void> {
  let place: Place | null = start
  let limit = size
  while (place !== null) {
    const attempt: Attempt<Chunk> = await attempted(work.run(place, limit))
    if ("chunk" in attempt) {
      await work.done(attempt.chunk)
      place = attempt.chunk.next
      limit = Math.min(limit * DIVISOR, size)
    } else if (limit > 1) {
      limit = Math.ceil(limit / DIVISOR)
    } else {
      place = await work.failed(place, attempt.error)
    }
  }
}

type Attempt<Chunk> = { chunk: Chunk } | { error: unknown }

async function attempted<Chunk>(run: Promise<Chunk>): Promise<Attempt<Chunk>> {
  try {
    return { chunk: await run }
  } catch (error) {
    return { error }
  }
}
