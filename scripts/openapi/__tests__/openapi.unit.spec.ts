import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../lib/files"
import { type Document, openApiDocument, type Operation } from "../document"
import { madeFiles } from "../files"
import { findContracts, findRoutes } from "../routes"

const read = (name: string): string => readFileSync(path.join(ROOT, name), "utf8")

describe("the reference of the API", () => {
  const routes = findRoutes().map(({ method, path }) => `${method} ${path}`)

  it("is what the schemas say", async () => {
    const stale = (await madeFiles()).filter(({ name, text }) => read(name) !== text)
    expect(stale.map(({ name }) => `${name}: run npm run openapi`)).toEqual([])
  })

  it("has every route there is, and no other", () => {
    expect([...routes].sort()).toEqual(written().sort())
  })

  it("has the routes that docs/api.md has", () => {
    expect([...routes].sort()).toEqual(documented().sort())
  })

  it("takes each route from the contract of its own folder", () => {
    const strangers = findContracts().flatMap(({ file, routes }) =>
      routes.filter((route) => route.path !== pathOf(file)).map((route) => `${file}: ${route.path}`)
    )
    expect(strangers).toEqual([])
  })

  it("orders them by tag, then by path, then by method", () => {
    expect(routes.slice(0, 3)).toEqual([
      "GET /store/loyalty/account",
      "POST /store/loyalty/account",
      "POST /store/loyalty/guest-orders",
    ])
    expect(routes.at(-1)).toBe("GET /admin/loyalty/statistics")
  })

  describe("as an OpenAPI document", () => {
    const document = openApiDocument()
    const operations = operationsOf(document)

    it("refers only to what it has", () => {
      const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]*)"/g)]
      expect(references.length).toBeGreaterThan(100)
      const missing = references.filter(([, pointer = ""]) => !partOf(document, pointer))
      expect(missing.map(([reference]) => reference)).toEqual([])
    })

    it("has only schemas that something refers to", () => {
      const text = JSON.stringify(document)
      const unused = Object.keys(document.components.schemas).filter(
        (name) => !text.includes(`"#/components/schemas/${name}"`)
      )
      expect(unused).toEqual([])
    })

    it("gives every operation an id of its own", () => {
      const ids = operations.map(({ operation }) => operation.operationId)
      expect(new Set(ids).size).toBe(routes.length)
    })

    it("declares the parameters of every path, each once", () => {
      for (const { template, operation } of operations) {
        const inPath = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const { parameters } = operation
        const declared = parameters.filter((parameter) => parameter.in === "path")
        expect(declared.map(({ name }) => name)).toEqual(inPath)
        expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length)
      }
    })

    it("knows every way to log in that it asks for", () => {
      const known = Object.keys(document.components.securitySchemes)
      const asked = operations.flatMap(({ operation }) =>
        (operation.security as object[]).flatMap((way) => Object.keys(way))
      )
      expect([...new Set(asked)].sort()).toEqual([...known].sort())
    })
  })
})

/** What Medusa makes of the folders of `src/api`. */
function written(): string[] {
  const files = readdirSync(path.join(ROOT, "src/api"), { recursive: true, encoding: "utf8" })
  const routes = files.filter((file) => path.basename(file) === "route.ts")
  return routes.flatMap((file) => {
    const methods = [
      ...read(path.join("src/api", file)).matchAll(
        /^export (?:async )?(?:function|const) ([A-Z]+)\b/gm
      ),
    ]
    return methods.map(([, method]) => `${method} ${pathOf(path.join("src/api", file))}`)
  })
}

/** The path of what a folder of `src/api` holds: `[id]` is `:id`. */
function pathOf(file: string): string {
  const folder = path.dirname(path.relative("src/api", file)).split(path.sep).join("/")
  return `/${folder.replace(/\[(\w+)\]/g, ":$1")}`
}

/** The first cells of the tables: `GET, POST /admin/loyalty/programs { … }`. */
function documented(): string[] {
  const cells = read("docs/api.md").matchAll(/^\| ((?:[A-Z]+, )*[A-Z]+) (\/[\w/:-]+)/gm)
  return [...cells].flatMap(([, methods = "", template]) =>
    methods.split(", ").map((method) => `${method} ${template}`)
  )
}

function operationsOf({ paths }: Document): { template: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.values(methods).map((operation) => ({ template, operation }))
  )
}

function partOf(document: Document, pointer: string): unknown {
  return pointer
    .split("/")
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document)
}
