import fc from "fast-check"

import { openLedger, type TestLedger } from "../support/ledger"
import { Shop } from "./model-based/shop"
import { steps } from "./model-based/steps"

/** Runs of up to 45 steps each. A failure prints its seed and the shortest steps that show it. */
const RUNS = 80

describe("whatever happens to shoppers' points, in any order and at any moment", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger()
  })
  afterAll(() => real?.drop())

  it("the database matches the model, step by step, and every point is accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const shop = await Shop.open(real)
        for (const step of taken) {
          await shop.take(step)
        }
        await shop.close()
      }),
      { numRuns: RUNS }
    )
  }, 600_000)
})
