import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import { tokensOf, within } from "../support/docs/markdown"

const { dependencies, devDependencies } = JSON.parse(
  readFileSync(path.join(ROOT, "package.json"), "utf8")
) as Record<"dependencies" | "devDependencies", Record<string, string>>

const named = tokensOf(path.join(ROOT, "docs/dependencies.md"))
  .flatMap(({ token }) => within(token))
  .filter(({ type }) => type === "codespan")
  .map(({ raw }) => raw.replaceAll("`", ""))

it("docs/dependencies.md says what each package is for", () => {
  const installed = [...Object.keys(dependencies), ...Object.keys(devDependencies)]
  expect(installed.filter((name) => !named.includes(name))).toEqual([])
})
