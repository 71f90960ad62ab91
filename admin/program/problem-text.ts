import { LIMITS } from "../../src/domain/program/limits"
import type { Problem } from "./schema"
import type { Words } from "./words"

/** A number with decimals, to show how the language writes it. */
const EXAMPLE = 1.5

/** What is wrong with a field and what is allowed, in words. */
export function problemInWords(problem: Problem, { t, number }: Words): string {
  if (problem.code === "name_required") {
    return t("program.problems.name_required")
  }
  if (problem.code === "too_long") {
    return t("program.problems.too_long", { count: problem.max })
  }
  const { code, bounds } = problem
  return t(`program.problems.${code}`, {
    allowed: t(`program.problems.${bounds.above === undefined ? "from" : "above"}`, bounds),
    example: number(EXAMPLE),
    count: LIMITS.DECIMALS,
  })
}
