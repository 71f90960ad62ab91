import fc from "fast-check"

import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"
import { type RandomStory, randomStories, type Step } from "./order-stories/events"
import { StoryPlayer } from "./order-stories/player"

/** A failure prints its seed and the shortest story that shows it. */
const RUNS = 60

describe("whatever happens to an order, with events once, twice, late or never", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(2)
  })
  afterAll(() => real?.drop())

  it("the ledger follows it, the policy holds, and all undone is exactly the start", async () => {
    await fc.assert(
      fc.asyncProperty(randomStories, (story) => StoryPlayer.play(real, story)),
      { numRuns: RUNS }
    )
    await assertLedgerCoherent(real.dataSource)
  }, 300_000)

  it("an edit takes no points that a return gave back and that were spent since", () =>
    StoryPlayer.play(real, RETURNED_SPENT_AND_EDITED))
})

const heard = (order: Extract<Step, { order: unknown }>["order"]): Step => ({
  order,
  hearing: "once",
  days: 0,
})

const RETURNED_SPENT_AND_EDITED: RandomStory = {
  earnOn: "order_completed",
  policy: "clamp_to_zero",
  rounding: "floor",
  pendingDays: 0,
  bought: [{ price: 15_000, quantity: 3 }],
  paidWithPoints: 0.5,
  steps: [
    heard({ do: "fulfil", line: 0, units: 3 }),
    heard({ do: "returnUnits", line: 0, units: 1 }),
    { account: { do: "spend", part: 1 }, days: 0 },
    heard({ do: "edit", line: 0, units: 6 }),
  ],
  end: "return",
}
