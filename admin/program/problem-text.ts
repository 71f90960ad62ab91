import { decimalsAllowed } from "../../src/domain/fields/bounds"
import type { Problem } from "../fields/schema"
import type { Words } from "./words"

/** A number with decimals, to show the language's notation. */
const EXAMPLE = 1.5

/** A field's problem and what is allowed, in words. */
export function problemInWords(problem: Problem, { t, number }: Words): string {
  if (problem.code === "too_long") {
    return t("program.problems.too_long", { count: problem.max })
  }
  if (!("bounds" in problem)) {
    return t(`program.problems.${problem.code}`)
  }
  const { code, bounds } = problem
  return t(`program.problems.${code}`, {
    allowed: t(`program.problems.${bounds.above === undefined ? "from" : "above"}`, bounds),
    example: number(EXAMPLE),
    count: decimalsAllowed(bounds),
  })
}
