import type { MedusaContainer } from "@medusajs/framework/types"

import type { CartView } from "../../shared/cart-view"
import { holdParts, releaseParts } from "../hold-parts"
import type { CheckoutPart, HoldOutcome } from "../part"

const container = {} as MedusaContainer
const completing = { container, cart: { id: "cart_1" } as CartView, attempt: "attempt_1" }

/** A part that records what it is asked to do. */
function part(key: string, log: string[], outcome: () => HoldOutcome): CheckoutPart {
  return {
    key,
    quote: async () => [],
    hold: async ({ attempt }) => {
      log.push(`${key} holds for ${attempt}`)
      return outcome()
    },
    release: async (held) => void log.push(`${key} releases ${JSON.stringify(held)}`),
  }
}

const holds = (held: unknown) => (): HoldOutcome => ({ status: "held", held })
const nothing = (): HoldOutcome => ({ status: "nothing" })
const refuses = (code: string) => (): HoldOutcome => ({
  status: "refused",
  code,
  explain: async () => `Because of ${code}.`,
})
const fails = (): HoldOutcome => {
  throw new Error("the database is gone")
}

describe("the parts of checkout", () => {
  let log: string[]
  beforeEach(() => {
    log = []
  })

  it("hold one after another, and report what each holds", async () => {
    const parts = [part("points", log, holds(1)), part("idle", log, nothing), part("voucher", log, holds("LP-1"))] // prettier-ignore
    expect(await holdParts(parts, completing)).toEqual({
      held: [
        { part: "points", held: 1 },
        { part: "voucher", held: "LP-1" },
      ],
      refusals: [],
    })
    expect(log).toEqual(["points", "idle", "voucher"].map((key) => `${key} holds for attempt_1`))
  })

  it("hold nothing when one refuses, and give all reasons", async () => {
    const parts = [part("points", log, holds(1)), part("voucher", log, refuses("used")), part("reward", log, refuses("gone"))] // prettier-ignore
    const { held, refusals } = await holdParts(parts, completing)
    expect(held).toEqual([])
    expect(refusals.map(({ code }) => code)).toEqual(["used", "gone"])
    expect(await Promise.all(refusals.map(({ explain }) => explain()))).toEqual([
      "Because of used.",
      "Because of gone.",
    ])
    expect(log.at(-1)).toBe("points releases 1")
  })

  it("hold nothing when one fails, and the caller gets its error", async () => {
    const parts = [part("points", log, holds(1)), part("voucher", log, holds(2)), part("reward", log, fails)] // prettier-ignore
    await expect(holdParts(parts, completing)).rejects.toThrow("the database is gone")
    expect(log.slice(-2)).toEqual(["voucher releases 2", "points releases 1"])
  })

  it("release everything held, even when one fails to", async () => {
    const stuck = { ...part("voucher", log, nothing), release: () => Promise.reject(new Error("busy")) } // prettier-ignore
    const held = [
      { part: "points", held: 1 },
      { part: "voucher", held: 2 },
    ]
    const parts = [part("points", log, nothing), stuck]
    await expect(releaseParts(parts, held, container)).rejects.toThrow("busy")
    expect(log).toEqual(["points releases 1"])
  })

  it("skip what a removed part had held", async () => {
    await releaseParts([], [{ part: "voucher", held: 2 }], container)
    expect(log).toEqual([])
  })
})
