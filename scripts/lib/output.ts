/** Prints one line. */
export function say(line = ""): void {
  console.log(line)
}

/** Prints what begins, runs it, and prints how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  process.stdout.write(`${label} … `)
  try {
    const result = await work()
    process.stdout.write(`done (${seconds(started)})\n`)
    return result
  } catch (error) {
    process.stdout.write("failed\n")
    throw error
  }
}

/** The time since `started`, for people. */
export function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`
}
