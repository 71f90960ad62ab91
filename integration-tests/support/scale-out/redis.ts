import { mkdtempSync } from "node:fs"
import { connect } from "node:net"
import path from "node:path"
import { Child } from "../../../scripts/lib/children"
import { freePort } from "../../../scripts/lib/ports"
import { testVariable } from "../../../scripts/test/environment"
import { eventually } from "../eventually"
import { noteEnd, noteStart } from "../running-processes"

const DEFAULT_PORT = 6379

/** A Redis that tests may stop and start again. */
export class OwnRedis {
  private server?: Child

  private constructor(
    private readonly program: string,
    private readonly port: number,
    private readonly folder: string
  ) {}

  /** Starts a Redis that keeps its data in a folder of the run. */
  static async start(program: string): Promise<OwnRedis> {
    const folder = mkdtempSync(path.join(testVariable("runFolder"), "redis-"))
    const redis = new OwnRedis(program, await freePort(), folder)
    await redis.start()
    return redis
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Starts it, again with the data that it had. */
  async start(): Promise<void> {
    const settings = {
      port: String(this.port),
      bind: "127.0.0.1",
      dir: this.folder,
      save: "",
      appendonly: "yes",
      "maxmemory-policy": "noeviction",
    }
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
    const logFile = path.join(this.folder, "redis.log")
    this.server = await Child.start(this.program, args, { logFile })
    noteStart(this.server)
    await eventually(() => expect(isListening(this.url)).resolves.toBe(true))
  }

  async stop(): Promise<void> {
    if (this.server) {
      await this.server.stop()
      noteEnd(this.server)
    }
  }
}

/** Whether the Redis is the tests' own. */
export const mayStopRedis = (): boolean => !isAddress(testVariable("redis"))

const isAddress = (where: string): boolean => /^rediss?:/.test(where)

/** The Redis of these tests: the one that `REDIS_URL` names, or one of their own. */
export async function openRedis(): Promise<{ url: string; own?: OwnRedis }> {
  const where = testVariable("redis")
  if (isAddress(where)) {
    if (!(await isListening(where))) {
      throw new Error(`No Redis answers at ${where}: start it, or unset REDIS_URL.`)
    }
    return { url: where }
  }
  const own = await OwnRedis.start(where)
  return { url: own.url, own }
}

function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port || DEFAULT_PORT), hostname)
    socket.once("error", () => resolve(false))
    socket.once("connect", () => {
      socket.destroy()
      resolve(true)
    })
  })
}
