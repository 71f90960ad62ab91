import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"

const FOLDER = path.join(ROOT, ".github/workflows")
const files = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(path.join(FOLDER, name), "utf8"),
}))

describe.each(files)("the workflow $name", ({ text }) => {
  it("runs scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
      scripts: Record<string, string>
    }
    const run = [...text.matchAll(/\bnpm (?:run (?:--\S+ )*([\w:-]+)|(test|start)\b)/g)]
    const names = run.map(([, script, short]) => script ?? short ?? "")
    expect(names.filter((name) => !(name in scripts))).toEqual([])
  })

  it("pins each action to a version", () => {
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action)
    expect(actions.filter((action) => !/@(v\d|[0-9a-f]{40})/.test(action ?? ""))).toEqual([])
  })

  it("has read permission only, unless a job asks for more", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m)
  })
})
