import { readdirSync, statSync, watch, type FSWatcher } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"

/** Which files are watched. */
export interface Watched {
  /** Files and folders with all below them, relative to the root. */
  entries: string[]
  /** Names of files and folders, or paths from the root, to exclude. */
  ignored: string[]
  root?: string
}

/** An editor writes a file in several steps: changes this close together count as one. */
const SETTLED_AFTER_MS = 100

/**
 * Reports changed, new and deleted files, several at once as one change.
 *
 * It watches folders, not files, and compares their contents, so that a file replaced by an editor is
 * noticed, and one that was only read is not.
 */
export class FileWatch {
  private readonly watchers = new Map<string, FSWatcher>()
  private known: Map<string, string>
  private settling?: NodeJS.Timeout

  /** @param onChange gets the paths from the root, sorted */
  constructor(
    private readonly watched: Watched,
    private readonly onChange: (files: string[]) => void
  ) {
    this.known = this.look()
  }

  /** Stops watching. */
  close(): void {
    clearTimeout(this.settling)
    this.watchers.forEach((watcher) => watcher.close())
    this.watchers.clear()
  }

  private get root(): string {
    return this.watched.root ?? ROOT
  }

  private compare(): void {
    const before = this.known
    const now = (this.known = this.look())
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
      (file) => before.get(file) !== now.get(file)
    )
    if (changed.length > 0) {
      this.onChange(changed.sort())
    }
  }

  /** The current state of each file; new folders are watched from now on. */
  private look(): Map<string, string> {
    const files = new Map<string, string>()
    this.watched.entries.forEach((entry) => this.visit(entry, files))
    return files
  }

  private visit(entry: string, files: Map<string, string>): void {
    const full = path.join(this.root, entry)
    const stats = statSync(full, { throwIfNoEntry: false })
    if (!stats || this.isIgnored(entry)) {
      return
    }
    if (!stats.isDirectory()) {
      this.listenTo(path.dirname(full))
      files.set(entry, `${stats.mtimeMs} ${stats.size}`)
      return
    }
    this.listenTo(full)
    readdirSync(full).forEach((name) => this.visit(path.join(entry, name), files))
  }

  private isIgnored(entry: string): boolean {
    const { ignored } = this.watched
    return ignored.includes(path.basename(entry)) || ignored.includes(entry)
  }

  private listenTo(folder: string): void {
    if (this.watchers.has(folder)) {
      return
    }
    const watcher = watch(folder, () => {
      clearTimeout(this.settling)
      this.settling = setTimeout(() => this.compare(), SETTLED_AFTER_MS)
    })
    // Deleting a folder ends its watcher; a new folder with the same name gets a new one.
    const forget = () => {
      watcher.close()
      this.watchers.delete(folder)
    }
    watcher.on("error", forget)
    this.watchers.set(folder, watcher)
  }
}
