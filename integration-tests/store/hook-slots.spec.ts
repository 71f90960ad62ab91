import { execFileSync } from "node:child_process"
import path from "node:path"
import type { Outcome, Situation } from "../support/inside/hook-slots"

const WHAT_FOR: Record<string, string> = {
  completeCartWorkflow: "points are held before a cart becomes an order",
  updateCartPromotionsWorkflow: "points come off a cart's lines whenever it changes",
}
const SLOTS = Object.keys(WHAT_FOR)
const ACCEPTED = { plugin: null, store: null }

describe("the hook slots of Medusa's workflows", () => {
  const situations: Situation[] = []
  let outcomes: Outcome[]

  beforeAll(() => {
    const program = path.join(__dirname, "../support/inside/hook-slots.ts")
    const args = ["--require", "ts-node/register", program, JSON.stringify(situations)]
    outcomes = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }))
  })

  describe("in a store that leaves them to the plugin", () => {
    const outcome = load({ options: {}, first: "plugin", store: "none" })

    it.each(SLOTS)("%s still has the slot “validate”", (workflow) => {
      if (outcome().slots[workflow] === "missing") {
        throw new Error(
          `Medusa's ${workflow} no longer has hooks.validate, where ${WHAT_FOR[workflow]}. ` +
            "The handlers of src/workflows/hooks need another place."
        )
      }
    })

    it("take the plugin's handlers", () => {
      SLOTS.forEach((workflow) => expect(outcome().slots[workflow]).toEqual(ACCEPTED))
      expect(outcome().unused).toBe(false)
    })
  })

  describe.each<[string, Situation["first"], "plugin" | "store"]>([
    ["loaded after the plugin's", "plugin", "store"],
    ["loaded before the plugin's", "store", "plugin"],
  ])("in a store with handlers of its own that are %s", (_, first, second) => {
    const conflict = load({ options: {}, first, store: "own" })
    const shared = load({ options: { registerHooks: false }, first, store: "calling" })
    const forgotten = load({ options: { registerHooks: false }, first, store: "own" })

    it.each(SLOTS)("%s refuses the second in the plugin's words", (workflow) => {
      const registration = conflict().slots[workflow]
      expect(registration).toEqual({ ...ACCEPTED, [second]: expect.any(String) })
      const message = (registration as Record<string, string>)[second]
      expect(message).toContain(`${workflow}.hooks.validate`)
      expect(message).toContain("registerHooks: false")
      expect(message).toContain("holdPointsOfCart, releasePointsOfCart")
      expect(message).toContain("refreshPointsOnCart, undoRefreshPointsOnCart")
      expect(message).toContain('"medusa-plugin-loyalty-points/hooks"')
      expect(message).toContain("docs/hooks.md")
      expect(message).not.toContain("multiple hook handlers")
    })

    it("takes the store's with registerHooks: false", () => {
      SLOTS.forEach((workflow) => expect(shared().slots[workflow]).toEqual(ACCEPTED))
      expect(shared().unused).toBe(false)
    })

    it("notices with registerHooks: false that the store's do not call the plugin's", () => {
      SLOTS.forEach((workflow) => expect(forgotten().slots[workflow]).toEqual(ACCEPTED))
      expect(forgotten().unused).toBe(true)
    })
  })

  function load(situation: Situation): () => Outcome {
    const place = situations.push(situation) - 1
    return () => outcomes[place]!
  }
})
