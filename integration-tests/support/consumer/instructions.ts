import path from "node:path"
import { ROOT } from "../../../scripts/lib/files"
import { codeBlocksOf, type CodeBlock } from "../docs/code-blocks"

const README = path.join(ROOT, "README.md")
const SECTION = "Install it into a store"

/** The name under which stores install the plugin. */
export const PLUGIN = "medusa-plugin-loyalty-points"

/** README's command that installs the plugin, with the packed plugin in place of its name. */
export function installCommand(tarball: string): string {
  return command("npm install").replace(PLUGIN, tarball)
}

/** README's command that migrates the database. */
export function migrateCommand(): string {
  return command("db:migrate")
}

/** A store's `medusa-config.ts` with the plugin of README's example, or another in its place. */
export function withPlugin(config: string, plugin = PLUGIN): string {
  const { text } = block(({ language, text }) => language === "ts" && text.includes("plugins:"))
  const plugins = /^ *plugins: \[[^]*?\],?$/m.exec(text)?.[0] ?? missing("a list of plugins")
  return config.replace(/}\)\s*$/, () => `${plugins.replace(PLUGIN, plugin)}\n})\n`)
}

/** The same config with one more plugin, before the others. */
export function beside(plugin: string, config: string): string {
  return config.replace("plugins: [", (list) => `${list}{ resolve: "${plugin}", options: {} }, `)
}

function command(words: string): string {
  const { text } = block(({ language, text }) => language === "bash" && text.includes(words))
  return text.trim()
}

function block(isWanted: (block: CodeBlock) => boolean): CodeBlock {
  const blocks = codeBlocksOf(README).filter(({ heading }) => heading === SECTION)
  return blocks.find(isWanted) ?? missing("the code block that this test follows")
}

function missing(what: string): never {
  throw new Error(`README.md has no ${what} under “${SECTION}”.`)
}
