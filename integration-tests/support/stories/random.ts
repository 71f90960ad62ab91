import fc from "fast-check"
import { edit } from "./changes"
import { fulfil } from "./deliveries"
import { heardBackwards, heardTwice, unheard } from "./events"
import { capture } from "./money"
import { cancel, complete } from "./order"
import { comesBack } from "./returns"
import type { Step } from "./story"

const MOVES = ["fulfil", "return", "add", "capture", "complete"] as const
type Move = (typeof MOVES)[number]

const HEARINGS = {
  "in time": (step: Step) => step,
  twice: heardTwice,
  backwards: heardBackwards,
  never: unheard,
}
type Hearing = keyof typeof HEARINGS

/** A random life of an order, as words. */
export type RandomLife = { move: Move; hearing: Hearing }[]

/** So many lives, always the same ones for the same seed. */
export function randomLives(count: number, seed: number): RandomLife[] {
  const hearings = Object.keys(HEARINGS) as Hearing[]
  const turn = fc.record({
    move: fc.constantFrom(...MOVES),
    hearing: fc.constantFrom(...hearings),
  })
  return fc.sample(fc.array(turn, { minLength: 5, maxLength: 8, size: "max" }), {
    numRuns: count,
    seed,
  })
}

/** A life as steps, those left out that an order of blankets does not allow, and all undone. */
export function livedAndUndone(life: RandomLife, bought: number): Step[] {
  const units = { bought, ordered: bought, sent: 0, back: 0 }
  const done = { capture: 0, complete: false }
  const steps = life.flatMap(({ move, hearing }) => {
    const step = stepOf(move, units, done)
    return step ? [HEARINGS[hearing](step)] : []
  })
  return [...steps, ...undoing(units, done.complete)]
}

type Units = { bought: number; ordered: number; sent: number; back: number }

const isUnchanged = ({ bought, ordered, back }: Units): boolean => ordered === bought && back === 0

function stepOf(
  move: Move,
  units: Units,
  done: { capture: number; complete: boolean }
): Step | undefined {
  switch (move) {
    case "fulfil":
      return units.sent < units.ordered ? (units.sent++, fulfil(1)) : undefined
    case "return":
      return units.back < units.sent ? (units.back++, comesBack(1)) : undefined
    case "add":
      return edit([{ set: ++units.ordered }])
    case "capture":
      // Medusa cancels a payment when the order comes to cost something else.
      return isUnchanged(units) && done.capture++ < 3 ? capture(50) : undefined
    case "complete":
      return done.complete ? undefined : ((done.complete = true), complete)
  }
}

/** An order that never began is canceled; of any other all is sent and comes back. */
function undoing({ ordered, sent, back }: Units, isCompleted: boolean): Step[] {
  if (sent === 0 && !isCompleted) {
    return [cancel]
  }
  return [...(sent < ordered ? [fulfil(ordered - sent)] : []), comesBack(ordered - back)]
}
