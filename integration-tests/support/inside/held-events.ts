/** An event as a store's code emits it. */
type BusEvent = { name: string; data: unknown }

/** The part of Medusa's event bus that can be held up. */
export interface HoldableBus {
  emit(events: BusEvent | BusEvent[]): Promise<void>
}

/** How events that were held back get through after all. */
export type Release = "never" | "twice" | "reversed"

const RELEASES: Record<Release, (held: BusEvent[]) => BusEvent[]> = {
  never: () => [],
  twice: (held) => [...held, ...held],
  reversed: (held) => [...held].reverse(),
}

let held: BusEvent[] = []

/** From now on nobody hears of what is emitted. */
export function holdEvents(bus: HoldableBus): void {
  held = []
  bus.emit = async (events) => void held.push(...[events].flat())
}

/** The bus works again, and what it held back gets through as said. */
export async function releaseEvents(bus: HoldableBus, release: Release): Promise<void> {
  Reflect.deleteProperty(bus, "emit")
  for (const { name, data } of RELEASES[release](held)) {
    await bus.emit({ name, data })
  }
}
