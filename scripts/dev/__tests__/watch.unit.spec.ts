import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { FileWatch } from "../watch"

describe("the watch over the backend's code", () => {
  let root: string
  let watch: FileWatch
  let changes: string[][]
  let heard: () => void

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), "loyalty-watch-"))
    write("src/api/route.ts", "one")
    write("src/admin/page.tsx", "one")
    write("src/__tests__/route.spec.ts", "one")
    write("config.ts", "one")
    changes = []
    heard = () => undefined
    const watched = { entries: ["src", "config.ts"], ignored: ["src/admin", "__tests__"], root }
    watch = new FileWatch(watched, (files) => {
      changes.push(files)
      heard()
    })
  })

  afterEach(() => {
    watch.close()
    rmSync(root, { recursive: true })
  })

  it("reports a changed file", async () => {
    expect(await reported(() => write("src/api/route.ts", "two two"))).toEqual(["src/api/route.ts"])
  })

  it("reports a file each time an editor replaces it", async () => {
    for (const text of ["second", "the third"]) {
      const replace = () => {
        write("other/new.ts", text)
        renameSync(path.join(root, "other/new.ts"), path.join(root, "src/api/route.ts"))
      }
      expect(await reported(replace)).toEqual(["src/api/route.ts"])
    }
  })

  it("reports files in new folders, and deleted files", async () => {
    await reported(() => write("src/jobs/deep/job.ts", "one"))
    expect(await reported(() => write("src/jobs/deep/job.ts", "two two"))).toEqual([
      "src/jobs/deep/job.ts",
    ])
    expect(await reported(() => rmSync(path.join(root, "src/jobs"), { recursive: true }))).toEqual([
      "src/jobs/deep/job.ts",
    ])
    expect(await reported(() => write("src/jobs/deep/job.ts", "three"))).toEqual([
      "src/jobs/deep/job.ts",
    ])
  })

  it("reports changes to a single watched file", async () => {
    expect(await reported(() => write("config.ts", "two two"))).toEqual(["config.ts"])
  })

  it("reports several changes at once, without excluded ones", async () => {
    const files = await reported(() => {
      write("src/admin/page.tsx", "two two")
      write("src/__tests__/route.spec.ts", "two two")
      write("elsewhere.ts", "one")
      write("src/api/route.ts", "two two")
      write("config.ts", "two two")
    })
    expect(files).toEqual(["config.ts", "src/api/route.ts"])
    expect(changes).toHaveLength(1)
  })

  async function reported(change: () => void): Promise<string[] | undefined> {
    const next = new Promise<void>((resolve) => (heard = resolve))
    change()
    await next
    return changes.at(-1)
  }

  function write(file: string, text: string): void {
    const full = path.join(root, file)
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, text)
  }
})
