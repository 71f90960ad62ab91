import { execFileSync } from "node:child_process"
import path from "node:path"
import type { Slot } from "../support/inside/hook-slots"

const WHAT_FOR: Record<string, string> = {
  completeCartWorkflow: "points are held before an order is made of a cart",
  updateCartPromotionsWorkflow: "points come off a cart's lines whenever it changes",
}
const SLOTS = Object.keys(WHAT_FOR)

describe("the hook slots of Medusa's workflows", () => {
  describe("in a store with the plugin", () => {
    const slots = loadPlugin({})

    it.each(SLOTS)("%s still has the slot “validate”", (workflow) => {
      if (slots()[workflow] === "missing") {
        throw new Error(
          `Medusa's ${workflow} no longer has hooks.validate, where ${WHAT_FOR[workflow]}. ` +
            "The handlers of src/workflows/hooks need another place."
        )
      }
    })

    it.each(SLOTS)("%s has the plugin's handler", (workflow) => {
      expect(slots()[workflow]).toBe("taken")
    })
  })

  describe("in a store with registerHooks: false", () => {
    const slots = loadPlugin({ registerHooks: false })

    it.each(SLOTS)("%s is left to the store", (workflow) => {
      expect(slots()[workflow]).toBe("free")
    })
  })

  function loadPlugin(options: object): () => Record<string, Slot> {
    let slots: Record<string, Slot> = {}
    beforeAll(() => {
      const program = path.join(__dirname, "../support/inside/hook-slots.ts")
      const args = ["--require", "ts-node/register", program, JSON.stringify(options)]
      slots = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }))
    })
    return () => slots
  }
})
