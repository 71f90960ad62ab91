import { spawn } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { BACKEND_CODE, LiveBackend } from "../../scripts/dev/live-backend"
import { FileWatch } from "../../scripts/dev/watch"
import { ROOT } from "../../scripts/lib/files"
import { freePort } from "../../scripts/lib/ports"
import { TEST_STORE_SETTINGS } from "../../scripts/test/environment"
import { createStoreDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { noteEnd, noteStart } from "../support/running-processes"

/** The backend with everything it loads, without the dashboard and the shop. */
const COPIED = [
  ...["package.json", "tsconfig.json", "medusa-config.ts", "src", "migrations"],
  "integration-tests/support",
  "scripts",
]

/** Outside /store and /admin, routes are public. */
const ROUTE = "src/api/probe/route.ts"
const broken = 'throw new Error("half an idea")'
const answering = (text: string) =>
  `export const GET = (_: unknown, res: { send(text: string): void }) => res.send("${text}")`

/** Long enough for a busy machine. */
const PATIENCE_MS = 150_000
const TIMEOUT_MS = 2 * PATIENCE_MS

describe("npm run dev", () => {
  let copy: string
  let database: TestDatabase
  let live: LiveBackend
  let watch: FileWatch
  let said: jest.SpyInstance

  beforeAll(async () => {
    copy = mkdtempSync(path.join(os.tmpdir(), "loyalty-dev-"))
    COPIED.forEach((entry) =>
      cpSync(path.join(ROOT, entry), path.join(copy, entry), { recursive: true })
    )
    symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"))
    said = jest.spyOn(console, "log").mockImplementation()
    database = await createStoreDatabase()
    live = await LiveBackend.start(await freePort(), {
      store: copy,
      logFile: path.join(copy, "backend.log"),
      env: { ...TEST_STORE_SETTINGS, DATABASE_URL: database.url },
    })
    noteStart(live.backend.process)
    watch = new FileWatch({ ...BACKEND_CODE, root: copy }, () => void live.restart())
  }, TIMEOUT_MS)

  afterAll(async () => {
    watch?.close()
    await live?.close()
    said.mockRestore()
    await database?.drop()
    rmSync(copy, { recursive: true, force: true })
  })

  it(
    "reports code that does not start",
    async () => {
      write(broken)
      await eventually(() => {
        const lines = said.mock.calls.flat().join("\n")
        expect(lines).toContain("half an idea")
        expect(lines).toContain("It waits for the next change.")
      }, PATIENCE_MS)
    },
    TIMEOUT_MS
  )

  it(
    "answers with the next code that does",
    async () => {
      write(answering("a whole one"))
      await eventually(async () => {
        const answer = await fetch(`${live.backend.url}/probe`)
        expect(await answer.text()).toBe("a whole one")
      }, PATIENCE_MS)
      noteStart(live.backend.process)
    },
    TIMEOUT_MS
  )

  it("leaves no process behind", async () => {
    const { pid } = live.backend.process
    await live.close()
    noteEnd(live.backend.process)
    expect(() => process.kill(-pid, 0)).toThrow("ESRCH")
  })

  function write(code: string): void {
    const file = path.join(copy, ROUTE)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
})

describe("npm run dev, when it cannot start", () => {
  let dataDir: string

  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), "loyalty-dev-data-"))
  })

  afterAll(() => rmSync(dataDir, { recursive: true }))

  it("does not drop somebody else's database", async () => {
    const { code, output } = await dev(["--fresh"], { DATABASE_URL: "postgres://localhost/shop" })
    expect(code).toBe(1)
    expect(output).toContain("never the one of DATABASE_URL")
  })

  it("names an unknown argument", async () => {
    const { code, output } = await dev(["--frsh"])
    expect(code).toBe(1)
    expect(output).toContain("npm run dev does not know “--frsh”. It takes --fresh or nothing.")
  })

  async function dev(args: string[], env: NodeJS.ProcessEnv = {}) {
    const ports = { PORT: String(await freePort()), STOREFRONT_PORT: String(await freePort()) }
    const child = spawn(process.execPath, [path.join(ROOT, "scripts/dev.mjs"), ...args], {
      env: { ...process.env, ...ports, LOYALTY_DATA_DIR: dataDir, ...env },
    })
    let output = ""
    child.stdout.on("data", (text) => (output += text))
    child.stderr.on("data", (text) => (output += text))
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
    return { code, output }
  }
})
