import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../../scripts/lib/files"

/** The page that lists what the plugin assumes of Medusa. */
export const DOCUMENT = "docs/platform-assumptions.md"

/** A row of the page. */
export interface Assumption {
  id: string
  text: string
  /** The files whose code leans on it. */
  mattersIn: string[]
  /** The test that fails when it breaks. */
  pinnedBy: string
}

const ROW = /^\| `([a-z-]+)` *\|(.+)\|([^|]+)\|([^|]+)\|$/gm

/** All rows of the page. */
export function readAssumptions(): Assumption[] {
  const page = readFileSync(path.join(ROOT, DOCUMENT), "utf8")
  return [...page.matchAll(ROW)].map(([, id = "", text = "", files = "", test = ""]) => ({
    id,
    text: text.trim(),
    mattersIn: filesIn(files),
    pinnedBy: filesIn(test).join(),
  }))
}

const filesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file)

/**
 * Runs an expectation that pins an assumption of the page by its id. Its failure says which
 * assumption broke and where in our code that matters.
 */
export async function pinned(id: string, expectation: () => unknown): Promise<void> {
  const assumption = readAssumptions().find((known) => known.id === id)
  if (!assumption) {
    throw new Error(`${DOCUMENT} has no row “${id}”: add it, with what is assumed and where.`)
  }
  try {
    await expectation()
  } catch (error) {
    throw new Error(
      `Medusa does not do what the plugin assumes (${id}): ${assumption.text}.\n` +
        `It matters in ${assumption.mattersIn.join(" and ")}; all are in ${DOCUMENT}.\n\n` +
        (error as Error).message
    )
  }
}
