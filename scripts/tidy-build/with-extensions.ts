import path from "node:path"
import { relativeImports } from "./declarations"

/** The text of a declaration file with every relative import naming a file: `./a` as `./a.js`. */
export function withExtensions(file: string, code: string): string {
  let text = code
  for (const { start, end, target } of relativeImports(file, code).reverse()) {
    const relative = path.relative(path.dirname(file), target).split(path.sep).join("/")
    const named = relative.replace(/\.d\.ts$/, ".js")
    text = text.slice(0, start) + (named.startsWith(".") ? named : `./${named}`) + text.slice(end)
  }
  return text
}
