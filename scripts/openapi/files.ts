import { readFileSync } from "node:fs"
import path from "node:path"
import * as babel from "prettier/plugins/babel"
import * as estree from "prettier/plugins/estree"
import * as markdown from "prettier/plugins/markdown"
import { format } from "prettier/standalone"
import { ROOT } from "../lib/files"
import { openApiDocument } from "./document"
import { apiPage } from "./page/page"
import { DOCUMENT } from "./reference"
import { answerTypes } from "./typescript"

/** A file that `npm run openapi` makes. */
export interface MadeFile {
  /** In the repository. */
  name: string
  text: string
}

/** What developers read; only its tables are made. */
const PAGE = "docs/api.md"
/** The answers as types. */
const TYPES = "src/types/http-answers.ts"

/** All files that are made of the contracts, as prettier has them. */
export async function madeFiles(): Promise<MadeFile[]> {
  const document = openApiDocument()
  return [
    { name: DOCUMENT, text: await pretty(JSON.stringify(document), "json") },
    { name: PAGE, text: await pretty(apiPage(read(PAGE), document), "markdown") },
    { name: TYPES, text: await pretty(answerTypes(document.components.schemas), "babel-ts") },
  ]
}

const read = (name: string): string => readFileSync(path.join(ROOT, name), "utf8")

/** Prettier's own entry is an ES module, which Jest does not load: its parts are not. */
function pretty(text: string, parser: string): Promise<string> {
  const style = JSON.parse(read(".prettierrc.json")) as object
  return format(text, { ...style, parser, plugins: [babel, estree, markdown] })
}
