import { startBackend, type Backend, type MedusaOptions } from "../lib/medusa"
import { say, seconds } from "../lib/output"
import { explain } from "../lib/problem"
import { isStopping } from "../lib/shutdown"

/** What a backend is made of. Vite reloads the dashboard and the shop. */
export const BACKEND_CODE = {
  entries: ["src", "migrations", "medusa-config.ts"],
  ignored: ["src/admin", "__tests__"],
}

/**
 * A backend that restarts when its code changes. If it does not start, or exits, that is reported and it
 * waits for the next change.
 */
export class LiveBackend {
  private work: Promise<void> = Promise.resolve()
  private asked = 0
  private isRestarting = false

  private constructor(
    private readonly options: MedusaOptions,
    private current: Backend
  ) {
    this.watch(current)
  }

  /** Starts it in development mode; the first start must succeed. */
  static async start(port: number, options: MedusaOptions): Promise<LiveBackend> {
    const env = { ...options.env, NODE_ENV: "development" }
    const developing = { ...options, env }
    return new LiveBackend(developing, await startBackend(port, developing))
  }

  /** The backend that is running or ran last. */
  get backend(): Backend {
    return this.current
  }

  /** Restarts it; several requests during a restart cause one more. */
  restart(): Promise<void> {
    const asked = (this.asked += 1)
    this.work = this.work.then(() => (asked === this.asked ? this.startAgain() : undefined))
    return this.work
  }

  /** Stops it; no process is left. */
  async close(): Promise<void> {
    this.asked += 1
    await this.work
    this.isRestarting = true
    await this.current.process.stop()
  }

  private async startAgain(): Promise<void> {
    const started = performance.now()
    this.isRestarting = true
    try {
      await this.boot()
      say(`The backend is running again (${seconds(started)}).`)
    } catch (error) {
      if (!isStopping()) {
        say(`${explain(error)}\nIt waits for the next change.`)
      }
    } finally {
      this.isRestarting = false
    }
  }

  private async boot(): Promise<void> {
    await this.current.process.stop()
    this.current = await startBackend(Number(new URL(this.current.url).port), this.options)
    this.watch(this.current)
  }

  private watch(backend: Backend): void {
    void backend.process.ended.then(() => {
      if (!this.isRestarting && !isStopping()) {
        say(`The backend exited: see ${backend.logFile}. It waits for the next change.`)
      }
    })
  }
}
