import { documentRows } from "../../../src/domain/fields/document"
import { RULES } from "../../../src/domain/program/rules"
import type { Document } from "../document"
import { fillBlocks } from "./blocks"
import { objectTables } from "./objects"
import { routeTables } from "./routes"
import { table } from "./table"

/** `docs/api.md` with its tables made of the contracts. */
export function apiPage(page: string, document: Document): string {
  return fillBlocks(page, {
    "routes of the store": routeTables(document, "/store"),
    "routes of the admin": routeTables(document, "/admin"),
    rules: table(["rule", "value", "default", "meaning"], documentRows(RULES)),
    objects: objectTables(document.components.schemas),
  })
}
