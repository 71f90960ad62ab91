import { testVariable } from "../../../scripts/test/environment"
import { callInside } from "../inside/call"
import type { Release } from "../inside/held-events"
import { settle } from "../orders"
import type { Step } from "./story"

/** The steps happen and nobody hears of them: their events are lost. */
export const unheard = (...steps: Step[]): Step => heldBack("never", steps)

/** The steps' events come when all has happened, and each comes twice. */
export const heardTwice = (...steps: Step[]): Step => heldBack("twice", steps)

/** The steps' events come when all has happened, the last one first. */
export const heardBackwards = (...steps: Step[]): Step => heldBack("reversed", steps)

/** An event of the order comes once more, long after it happened. */
export const heardAgain =
  (name: "order.placed" | "order.completed" | "order.canceled"): Step =>
  async ({ order }) => {
    await inside("emit", { name, data: { id: order.id } })
  }

/** The order is settled so many times at once, as by events that all come together. */
export const settled =
  (times = 1): Step =>
  async ({ merchant, order }) => {
    await Promise.all(Array.from({ length: times }, () => settle(merchant, order)))
  }

function heldBack(release: Release, steps: Step[]): Step {
  return async (story) => {
    await inside("hold")
    try {
      for (const step of steps) {
        await step(story)
      }
    } finally {
      await inside("release", release)
    }
  }
}

const inside = (name: string, input?: unknown): Promise<unknown> =>
  callInside(testVariable("inside"), name, input)
