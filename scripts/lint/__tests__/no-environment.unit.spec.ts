import { execFileSync } from "node:child_process"
import { Linter } from "eslint"
import { parser } from "typescript-eslint"
import { ROOT } from "../../lib/files"
import { noEnvironment } from "../no-environment"

const FILES = [
  "src/modules/loyalty-points/sample.ts",
  "admin/sample.tsx",
  "storefront/pieces/sample.ts",
  "migrations/sample.ts",
]
const linter = new Linter({ configType: "flat", cwd: ROOT })
const typescript = {
  files: ["**/*.{ts,tsx}"],
  languageOptions: { parser: parser as Linter.Parser },
}

const refusals = (code: string, file: string) =>
  linter.verify(code, [typescript, noEnvironment], file).map(({ message }) => message)

describe("the rule that keeps the plugin free of environment variables", () => {
  it.each([
    "export const mode = process.env.NODE_ENV",
    'export const mode = process["env"].NODE_ENV',
    "export const { env } = process",
    'import { env } from "node:process"; export { env }',
    'import { env } from "process"; export { env }',
    "export const mode = globalThis.process.env.NODE_ENV",
    "export const mode = import.meta.env.MODE",
  ])("refuses %s", (code) => {
    FILES.forEach((file) =>
      expect(refusals(code, file)).toEqual([expect.stringContaining("add one in src/modules")])
    )
  })

  it("ignores code that no store installs", () => {
    const code = "export const mode = process.env.NODE_ENV"
    expect(refusals(code, "scripts/sample.ts")).toEqual([])
    expect(refusals(code, "src/jobs/__tests__/sample.ts")).toEqual([])
  })

  it("is part of the configuration that `npm run lint` uses", () => {
    const eslint = require.resolve("eslint/package.json").replace("package.json", "bin/eslint.js")
    const args = [eslint, "--print-config", "src/modules/loyalty-points/service.ts"]
    const printed = execFileSync(process.execPath, args, { cwd: ROOT })
    const { rules } = JSON.parse(printed.toString()) as { rules: Record<string, unknown[]> }
    Object.keys(noEnvironment.rules ?? {}).forEach((rule) => expect(rules[rule]?.[0]).toBe(2))
  })
})
