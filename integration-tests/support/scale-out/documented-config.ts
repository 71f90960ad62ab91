import path from "node:path"
import type { InputConfig } from "@medusajs/framework/types"
import { ModuleKind, transpile } from "typescript"
import { ROOT } from "../../../scripts/lib/files"
import { codeBlocksOf } from "../docs/code-blocks"

const FILE = path.join(ROOT, "docs/scale-out.md")

/** The `medusa-config.ts` of docs/scale-out.md, word for word, as `defineConfig` gets it. */
export function documentedConfig(): InputConfig {
  const block = codeBlocksOf(FILE).find(({ text }) => text.includes("defineConfig("))
  if (!block) {
    throw new Error(`${FILE} shows no medusa-config.ts: put the block with defineConfig back.`)
  }
  const module: { exports?: InputConfig } = {}
  const compiled = transpile(block.text, { module: ModuleKind.CommonJS })
  const run = new Function("module", "exports", "require", compiled)
  run(module, {}, () => ({ defineConfig: (config: InputConfig) => config }))
  return module.exports ?? {}
}
