/** The known state of one store answer. */
export type Snapshot<Data> = {
  readonly data: Data | undefined
  /** Why the last attempt failed; earlier data stays. */
  readonly error: Error | undefined
  /** Nothing is known yet, and the answer is loading. */
  readonly isLoading: boolean
}

type Load<Data> = () => Promise<Data>
type Listener = () => void

type Entry = {
  snapshot: Snapshot<unknown>
  load: Load<unknown>
  listeners: Set<Listener>
  /** Grows with each read and each answered change, so that answers to older reads are dropped. */
  revision: number
  reading: Promise<void> | null
  answeredAt: number
}

/** The state of data not loaded yet: its watcher is about to load it. */
const LOADING: Snapshot<never> = { data: undefined, error: undefined, isLoading: true }

/** How long an answer is reused for the same key, in milliseconds. */
const FRESH_FOR = 2_000

/**
 * The store's answers, shared by all watchers of a key: one request serves them all, and a late answer
 * never overwrites a newer one.
 */
export class Resources {
  private readonly entries = new Map<string, Entry>()

  snapshot<Data>(key: string): Snapshot<Data> {
    // A key stands for one type of answer, determined by its loader.
    return (this.entries.get(key)?.snapshot ?? LOADING) as Snapshot<Data>
  }

  /** Loads the key unless it is fresh, and calls the listener whenever its snapshot changes. */
  watch<Data>(key: string, load: Load<Data>, listener: Listener): () => void {
    const entry = this.entries.get(key) ?? newEntry(load)
    this.entries.set(key, entry)
    entry.load = load
    entry.listeners.add(listener)
    if (!entry.reading && Date.now() - entry.answeredAt > FRESH_FOR) {
      void read(entry)
    }
    return () => {
      entry.listeners.delete(listener)
    }
  }

  /** Reloads, even if a request is already running, and resolves to what is known then. */
  async reload<Data>(key: string): Promise<Data | undefined> {
    const entry = this.entries.get(key)
    let reading = entry ? read(entry) : null
    while (reading) {
      await reading
      reading = entry?.reading ?? null
    }
    return this.snapshot<Data>(key).data
  }

  /** Reloads everything that is being watched and whose key matches. */
  async reloadAll(isMeant: (key: string) => boolean): Promise<void> {
    const watched = [...this.entries].filter(
      ([key, { listeners }]) => listeners.size > 0 && isMeant(key)
    )
    await Promise.all(watched.map(([key]) => this.reload(key)))
  }

  /** Replaces what is known with a change's answer; earlier reads are dropped. */
  put<Data>(key: string, data: Data): void {
    const entry = this.entries.get(key)
    if (entry) {
      entry.revision += 1
      settle(entry, { data, error: undefined })
    }
  }

  /** Discards what is known under matching keys. */
  forget(isMeant: (key: string) => boolean): void {
    for (const key of [...this.entries.keys()].filter(isMeant)) {
      this.entries.delete(key)
    }
  }
}

function newEntry(load: Load<unknown>): Entry {
  return {
    snapshot: LOADING,
    load,
    listeners: new Set(),
    revision: 0,
    reading: null,
    answeredAt: 0,
  }
}

function read(entry: Entry): Promise<void> {
  entry.revision += 1
  if (entry.snapshot.data === undefined) {
    tell(entry, LOADING)
  }
  entry.reading = answer(entry, entry.revision)
  return entry.reading
}

async function answer(entry: Entry, revision: number): Promise<void> {
  const result = await entry.load().then(
    (data) => ({ data, error: undefined }),
    (error: unknown) => ({ data: entry.snapshot.data, error: asError(error) })
  )
  if (revision === entry.revision) {
    settle(entry, result)
  }
}

function settle(entry: Entry, result: Omit<Snapshot<unknown>, "isLoading">): void {
  entry.reading = null
  entry.answeredAt = Date.now()
  tell(entry, { ...result, isLoading: false })
}

function tell(entry: Entry, snapshot: Snapshot<unknown>): void {
  entry.snapshot = snapshot
  entry.listeners.forEach((listener) => listener())
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
