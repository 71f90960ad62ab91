import { spawn, type ChildProcess } from "node:child_process"
import { appendFileSync, closeSync, openSync } from "node:fs"
import { createInterface } from "node:readline"
import { type Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { linePrefix } from "./output"

/** How a child process ended. */
export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

/** How to start a child process. */
export interface ChildOptions {
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** The file that takes its output; without one the output goes to this terminal. */
  logFile?: string
  /** Selects the output lines that reach this terminal; by default all, or none if there is a log. */
  shows?: (line: string) => boolean
  /** The user and group to run as. */
  owner?: { uid: number; gid: number }
  /** Asks it to stop in order. */
  stopSignal?: NodeJS.Signals
  /** Kills it if it did not stop. */
  killSignal?: NodeJS.Signals
}

const PATIENCE_MS = 15_000
const running = new Set<Child>()
let closed = false

process.on("exit", () => running.forEach((child) => child.kill()))

/**
 * A process that leads its own process group, so that Ctrl-C reaches it only through us and nothing it
 * started outlives it.
 */
export class Child {
  /** Settles when the process has ended and its output has been passed on. */
  readonly ended: Promise<Exit>
  readonly pid: number
  private exit?: Exit
  private stopping?: Promise<Exit>

  private constructor(
    process: ChildProcess,
    private readonly options: ChildOptions
  ) {
    this.pid = process.pid as number
    process.once("exit", (code, signal) => {
      this.exit = { code, signal }
      this.signalGroup("SIGKILL")
      running.delete(this)
    })
    this.ended = new Promise((resolve) =>
      process.once("close", (code, signal) => resolve({ code, signal }))
    )
    running.add(this)
  }

  /** Starts a process; rejects when it cannot be started at all. */
  static async start(command: string, args: string[], options: ChildOptions = {}): Promise<Child> {
    if (closed) {
      throw new Error(`Not starting ${command}: this program is stopping.`)
    }
    const { logFile, shows } = options
    const log = shows ? "pipe" : logFile ? openSync(logFile, "a") : "inherit"
    try {
      const child = spawn(command, args, {
        cwd: options.cwd,
        env: options.env ?? process.env,
        stdio: ["ignore", log, log],
        detached: true,
        ...options.owner,
      })
      pass(child.stdout, process.stdout, options)
      pass(child.stderr, process.stderr, options)
      await new Promise<void>((resolve, reject) => {
        child.once("spawn", resolve)
        child.once("error", reject)
      })
      return new Child(child, options)
    } finally {
      if (typeof log === "number") {
        closeSync(log)
      }
    }
  }

  /** Whether it still runs. */
  get isRunning(): boolean {
    return this.exit === undefined
  }

  /** Asks it to stop, waits, and kills it if it does not. */
  stop(): Promise<Exit> {
    return (this.stopping ??= this.stopInOrder())
  }

  /** Kills it and everything it started, at once. */
  kill(): void {
    if (this.isRunning) {
      this.signalGroup(this.options.killSignal ?? "SIGKILL")
    }
  }

  private async stopInOrder(): Promise<Exit> {
    this.signal(this.options.stopSignal ?? "SIGTERM")
    const patience = new AbortController()
    const late = sleep(PATIENCE_MS, undefined, { signal: patience.signal }).then(
      () => this.kill(),
      () => undefined
    )
    const exit = await this.ended
    patience.abort()
    await late
    return exit
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.isRunning) {
      send(this.pid, signal)
    }
  }

  private signalGroup(signal: NodeJS.Signals): void {
    send(-this.pid, signal)
  }
}

/** Stops every running child, last started first, and prevents new ones from starting. */
export async function closeChildren(): Promise<void> {
  closed = true
  for (const child of [...running].reverse()) {
    await child.stop()
  }
}

function pass(
  from: Readable | null,
  to: NodeJS.WritableStream,
  { logFile, shows = () => true }: ChildOptions
): void {
  const prefix = linePrefix()
  if (!from) {
    return
  }
  createInterface({ input: from }).on("line", (line) => {
    if (logFile) {
      appendFileSync(logFile, `${line}\n`)
    }
    if (shows(line)) {
      to.write(`${prefix}${line}\n`)
    }
  })
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal)
  } catch {
    // It has already ended.
  }
}
