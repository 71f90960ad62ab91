import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Child } from "../children"

/** A process that starts another one, prints its id, and shuts down cleanly on SIGTERM. */
const PARENT = `
  const { spawn } = require("node:child_process")
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"])
  process.on("SIGTERM", () => process.exit(7))
  console.log(child.pid)
  setInterval(() => {}, 1000)
`

describe("a child process", () => {
  let folder: string
  let logFile: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "child-"))
    logFile = path.join(folder, "log")
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it("shuts down cleanly when stopped, and takes its own children with it", async () => {
    const child = await Child.start(process.execPath, ["-e", PARENT], { logFile })
    const grandchild = await idFrom(logFile)

    await expect(child.stop()).resolves.toEqual({ code: 7, signal: null })

    expect(child.isRunning).toBe(false)
    await expectGone(grandchild)
  })

  it("takes its own children with it when it is killed", async () => {
    const child = await Child.start(process.execPath, ["-e", PARENT], { logFile })
    const grandchild = await idFrom(logFile)

    child.kill()

    await expect(child.ended).resolves.toEqual({ code: null, signal: "SIGKILL" })
    await expectGone(grandchild)
  })

  it("says so when there is no such program", async () => {
    await expect(Child.start(path.join(folder, "nothing"), [])).rejects.toThrow("ENOENT")
  })
})

async function idFrom(logFile: string): Promise<number> {
  for (;;) {
    const id = Number.parseInt(readFileSync(logFile, "utf8"), 10)
    if (id > 0) {
      return id
    }
    await sleep(10)
  }
}

/** A process that has ended may stay in the list until its new parent reaps it. */
async function expectGone(pid: number): Promise<void> {
  while (isListed(pid)) {
    await sleep(10)
  }
}

function isListed(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
