import { freePort } from "../../../scripts/lib/ports"
import { insideSettings } from "../../../scripts/test/environment"
import { StoreServer } from "../server"
import { callInside } from "./call"

/** An event as it was on the bus. */
export interface HeardEvent {
  name: string
  data: Record<string, unknown>
}

/** A store in a process of its own that also tells what only code inside it can know. */
export class InsideStore {
  private constructor(
    readonly server: StoreServer,
    private readonly port: number
  ) {}

  /** Boots a store; `more` are further settings, as environment variables. */
  static async start(databaseUrl: string, more: NodeJS.ProcessEnv = {}): Promise<InsideStore> {
    const port = await freePort()
    const env = { ...insideSettings(port), ...more }
    const server = await StoreServer.start({ databaseUrl, env })
    const inside = new InsideStore(server, port)
    await inside.run("listen")
    return inside
  }

  /** `query.graph`; fails with the error that code inside the store would get. */
  graph<T>(config: object): Promise<{ data: T[]; metadata?: { count: number } }> {
    return this.run("graph", config)
  }

  /** All events since the store has started. */
  heard(): Promise<HeardEvent[]> {
    return this.run("heard")
  }

  /** Puts an event on the bus. */
  emit(name: string, data: object): Promise<void> {
    return this.run("emit", { name, data })
  }

  /** Runs a job of `src/jobs` by the name of its file, now, and returns what it reports. */
  job<Report>(name: string): Promise<Report> {
    return this.run("job", name)
  }

  /** Runs a function (`answers.ts`). */
  run<T>(name: string, input: unknown = {}): Promise<T> {
    return callInside(this.port, name, input)
  }
}
