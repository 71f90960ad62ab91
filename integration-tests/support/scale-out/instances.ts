import { readFileSync } from "node:fs"
import { createStoreDatabase, type TestDatabase } from "../database"
import { eventually } from "../eventually"
import { InsideStore } from "../inside/store"
import { openRedis, type OwnRedis } from "./redis"

const SCHEDULED_JOBS = [
  "expire-points",
  "remind-of-expiry",
  "seal-journal",
  "send-messages",
  "settle-recent-orders",
  "sweep-holds",
]

const jobName = (file: string): string => `job-loyalty-points-${file}`

/** Two servers and two workers on one database and one Redis, each a process. */
export class Instances {
  private constructor(
    readonly database: TestDatabase,
    /** The Redis, if it is the tests' own and may be stopped. */
    readonly ownRedis: OwnRedis | undefined,
    readonly servers: [InsideStore, InsideStore],
    readonly workers: [InsideStore, InsideStore]
  ) {}

  /** Boots a server and a worker at a time. */
  static async start(): Promise<Instances> {
    const [database, redis] = [await createStoreDatabase(), await openRedis()]
    const boot = (mode: "server" | "worker") =>
      InsideStore.start(database.url, {
        LOYALTY_TEST_SCALE_OUT: "1",
        REDIS_URL: redis.url,
        MEDUSA_WORKER_MODE: mode,
      })
    const one = await Promise.all([boot("server"), boot("worker")])
    const other = await Promise.all([boot("server"), boot("worker")])
    return new Instances(database, redis.own, [one[0], other[0]], [one[1], other[1]])
  }

  /** How often each process has logged a text: the servers, then the workers. */
  logged(text: string): number[] {
    return [...this.servers, ...this.workers].map(
      ({ server }) => readFileSync(server.logFile, "utf8").split(text).length - 1
    )
  }

  /** The time of a scheduled job, named by its file, has come, and a worker has run it. */
  async due(job: string): Promise<void> {
    const ended = await eventually(async () => {
      const state = await this.workers[0].run<string | undefined>("due", jobName(job))
      expect(state).toBeDefined()
      return state
    })
    expect(ended).toBe("completed")
  }

  /** The scheduled jobs that wait for their time, asked as docs/scale-out.md says. */
  async waitingJobs(): Promise<string[]> {
    const command = ["ZRANGE", "bull:medusa-workflows-jobs:delayed", "0", "-1"]
    const entries = await this.servers[0].run<string[]>("redis", command)
    return entries.map((entry) => entry.replace(/^repeat:schedule_(.*):\d+$/, "$1"))
  }

  /** Each of the plugin's jobs waits for its time, once; none does while a worker fetches it. */
  async schedulesAll(): Promise<void> {
    await eventually(async () =>
      expect((await this.waitingJobs()).sort()).toEqual(SCHEDULED_JOBS.map(jobName))
    )
  }

  /** Every event has been handled to its end. */
  async settled(): Promise<void> {
    expect(await this.servers[0].run("unhandled")).toMatchObject({ open: 0 })
  }

  /** Lets the time pass after which Redis frees the lock of a cart whose process died. */
  async forgetLock({ id }: { id: string }): Promise<void> {
    expect(await this.servers[0].run("redis", ["DEL", `medusa_lock:${id}`])).toBe(1)
  }

  async stop(): Promise<void> {
    await Promise.all([...this.servers, ...this.workers].map(({ server }) => server.stop()))
    await this.ownRedis?.stop()
    await this.database.drop()
  }
}
