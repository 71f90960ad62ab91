import { AsyncLocalStorage } from "node:async_hooks"

/** Prefixes each line of work that runs in parallel, so that the lines can be told apart. */
const lane = new AsyncLocalStorage<string>()

/** Runs work whose lines are all prefixed with its name. */
export function inLane<T>(name: string, work: () => Promise<T>): Promise<T> {
  return lane.run(`${name.padEnd(7)} │ `, work)
}

/** The line prefix of the current work; empty if it runs alone. */
export function linePrefix(): string {
  return lane.getStore() ?? ""
}

/** Prints a text, line by line. */
export function say(text = ""): void {
  const prefix = linePrefix()
  console.log(text.replace(/^/gm, prefix))
}

/** Prints a step's name, runs it, and prints how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  begin(label)
  try {
    const result = await work()
    end(label, `done (${seconds(started)})`)
    return result
  } catch (error) {
    end(label, "failed")
    throw error
  }
}

function begin(label: string): void {
  if (linePrefix()) {
    say(`${label} …`)
  } else {
    process.stdout.write(`${label} … `)
  }
}

/** In parallel work, a separate line, because something else may have been printed in between. */
function end(label: string, outcome: string): void {
  if (linePrefix()) {
    say(`${label}: ${outcome}`)
  } else {
    process.stdout.write(`${outcome}\n`)
  }
}

/** The time since `started`, for people. */
export function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`
}
