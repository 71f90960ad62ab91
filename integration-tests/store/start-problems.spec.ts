import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:net"
import os from "node:os"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import { freePort } from "../../scripts/lib/ports"
import { testVariable } from "../../scripts/test/environment"

describe("npm start, when it cannot start", () => {
  let dataDir: string

  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), "loyalty-start-"))
  })

  afterAll(() => rmSync(dataDir, { recursive: true }))

  it("names a port that is taken and another one to use", async () => {
    const server = await listen()
    const { port } = server.address() as { port: number }
    const { code, output } = await start({ PORT: String(port) })
    server.close()
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is taken.`)
    expect(output).toContain(`PORT=${port + 1} npm start`)
  })

  it("says that the database does not answer", async () => {
    const port = await freePort()
    const { code, output } = await start({ DATABASE_URL: `postgres://localhost:${port}/shop` })
    expect(code).toBe(1)
    expect(output).toContain(`No PostgreSQL answers at localhost:${port}.`)
  })

  it("says that the database does not exist", async () => {
    const { code, output } = await start({ DATABASE_URL: databaseUrl({ pathname: "/nowhere" }) })
    expect(code).toBe(1)
    expect(output).toContain("The database “nowhere” does not exist")
  })

  it("says that the login is refused, without showing the password", async () => {
    const { code, output } = await start({ DATABASE_URL: databaseUrl({ password: "open-sesame" }) })
    expect(code).toBe(1)
    expect(output).toContain("refuses the user “postgres”")
    expect(output).not.toContain("open-sesame")
  })

  it("says what an address looks like", async () => {
    const { code, output } = await start({ DATABASE_URL: "shop" })
    expect(code).toBe(1)
    expect(output).toContain("postgres://user:password@host:5432/database")
  })

  async function start(env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, [path.join(ROOT, "scripts/start.mjs")], {
      env: { ...process.env, PORT: String(await freePort()), LOYALTY_DATA_DIR: dataDir, ...env },
    })
    let output = ""
    child.stdout.on("data", (text) => (output += text))
    child.stderr.on("data", (text) => (output += text))
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
    return { code, output }
  }
})

function databaseUrl(parts: { pathname?: string; password?: string }): string {
  return Object.assign(new URL(testVariable("server")), parts).toString()
}

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => resolve(server))
  })
}
