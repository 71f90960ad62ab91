/** By how much a failing chunk is divided. */
const DIVISOR = 10

/**
 * Work on many things that have an order. `Chunk` is the result for some of them, and says where to
 * continue: null at the end.
 */
export type ChunkedWork<Place, Chunk extends { next: Place | null }> = {
  /** Does at most `limit` things starting at a place: all of them or, if it throws, none. */
  run(from: Place, limit: number): Promise<Chunk>
  /** Called when a chunk is committed. Must not throw. */
  done(chunk: Chunk): Promise<void>
  /** Called for one thing that cannot be done. Returns the place after it, or null to end the work. */
  failed(from: Place, error: unknown): Promise<Place | null>
}

/**
 * Does the work chunk by chunk. A failing chunk is split until the failing thing stands alone; it is
 * skipped and the work continues, in larger chunks again.
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
