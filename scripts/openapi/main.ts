import { writeFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"
import { say } from "../lib/output"
import { madeFiles } from "./files"

/** `npm run openapi`: writes the reference and the types of the answers, made of the schemas. */
export default async function main(): Promise<void> {
  for (const { name, text } of await madeFiles()) {
    writeFileSync(path.join(ROOT, name), text)
    say(`Wrote ${name}.`)
  }
}
