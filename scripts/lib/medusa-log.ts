import { tail } from "./files"

const LINES_READ = 200
const LINES_SHOWN = 15
const GRAVE = ["error", "warn"]

/** The end of a Medusa log for people: JSON lines are shown as their error messages. */
export function logTail(file: string): string {
  return tail(file, LINES_READ)
    .split("\n")
    .map(readable)
    .filter((line) => line !== undefined)
    .slice(-LINES_SHOWN)
    .join("\n")
}

function readable(line: string): string | undefined {
  try {
    const { level, message } = JSON.parse(line) as { level: string; message: string }
    return GRAVE.includes(level) ? `${level}: ${message}` : undefined
  } catch {
    return line
  }
}
