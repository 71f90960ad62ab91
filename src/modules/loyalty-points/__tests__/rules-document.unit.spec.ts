import { readFileSync } from "node:fs"
import path from "node:path"

import { documentRows } from "../../../domain/fields/document"
import { RULES } from "../../../domain/program/rules"

const DOCUMENT = readFileSync(path.join(__dirname, "../../../../docs/api.md"), "utf8")

it("docs/api.md has a row for each rule that matches its definition", () => {
  const table = /^\| rule .*\n\| -.*\n((?:\|.*\n)+)/m.exec(DOCUMENT)?.[1] ?? ""
  const rows = table.trimEnd().split("\n")
  expect(rows.map((row) => row.replace(/ +\|/g, " |"))).toEqual(
    documentRows(RULES).map((cells) => `| ${cells.join(" | ")} |`)
  )
})
