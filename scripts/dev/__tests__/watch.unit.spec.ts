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

  it("tells of a file that changes", async () => {
    expect(await told(() => write("src/api/route.ts", "two two"))).toEqual(["src/api/route.ts"])
  })

  it("tells of a file that an editor replaces, each time", async () => {
    for (const text of ["second", "the third"]) {
      const replace = () => {
        write("other/new.ts", text)
        renameSync(path.join(root, "other/new.ts"), path.join(root, "src/api/route.ts"))
      }
      expect(await told(replace)).toEqual(["src/api/route.ts"])
    }
  })

  it("tells of files in folders that are new, and of files that are gone", async () => {
    await told(() => write("src/jobs/deep/job.ts", "one"))
    expect(await told(() => write("src/jobs/deep/job.ts", "two two"))).toEqual([
      "src/jobs/deep/job.ts",
    ])
    expect(await told(() => rmSync(path.join(root, "src/jobs"), { recursive: true }))).toEqual([
      "src/jobs/deep/job.ts",
    ])
    expect(await told(() => write("src/jobs/deep/job.ts", "three"))).toEqual([
      "src/jobs/deep/job.ts",
    ])
  })

  it("tells of a single file that it was given", async () => {
    expect(await told(() => write("config.ts", "two two"))).toEqual(["config.ts"])
  })

  it("tells of several changes as of one, without those that are left out", async () => {
    const files = await told(() => {
      write("src/admin/page.tsx", "two two")
      write("src/__tests__/route.spec.ts", "two two")
      write("elsewhere.ts", "one")
      write("src/api/route.ts", "two two")
      write("config.ts", "two two")
    })
    expect(files).toEqual(["config.ts", "src/api/route.ts"])
    expect(changes).toHaveLength(1)
  })

  async function told(change: () => void): Promise<string[] | undefined> {
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
