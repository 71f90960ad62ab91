import { writeFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"
import { say } from "../lib/output"
import { madeFiles } from "./files"

/**
 * `npm run openapi`: writes the reference, the tables of docs/api.md and the types of the answers,
 * all made of the contracts.
 */
export default async function main(): Promise<void> {
  for (const { name, text } of await madeFiles()) {
    writeFileSync(path.join(ROOT, name), text)
    say(`Wrote ${name}.`)
  }
}
