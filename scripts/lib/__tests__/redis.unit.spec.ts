import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { findRedis } from "../redis"

describe("a Redis for tests", () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "loyalty-redis-"))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it("is the one that REDIS_URL names", () => {
    put("redis-server", 0o755)
    const REDIS_URL = "redis://localhost:6379"
    expect(findRedis({ REDIS_URL, PATH: folder })).toEqual({ url: REDIS_URL })
  })

  it.each(["redis-server", "valkey-server"])("is a %s on the PATH", (name) => {
    const program = put(name, 0o755)
    expect(findRedis({ PATH: ["/nowhere", folder].join(path.delimiter) })).toEqual({ program })
  })

  it("is none where nothing can be run", () => {
    put("redis-server", 0o644)
    expect(findRedis({ PATH: folder })).toBeUndefined()
    expect(findRedis({})).toBeUndefined()
  })

  function put(name: string, mode: number): string {
    const file = path.join(folder, name)
    writeFileSync(file, "")
    chmodSync(file, mode)
    return file
  }
})
