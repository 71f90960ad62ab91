import fc from "fast-check"
import { EARN_ON, type EarnOn } from "../../../src/domain/program/rules"
import type { Bought, PlayedOrder } from "./order"

/** Something that happens to the order. */
export type OrderEvent =
  | { do: "complete" | "cancel" | "dropDiscount" }
  | { do: "capture" | "refund"; part: number }
  | { do: "fulfil" | "unpack" | "deliver" | "returnUnits" | "edit"; line: number; units: number }

/** How an event reaches settlement; `late`: a settlement that read the order earlier comes last. */
export type Hearing = "once" | "twice" | "never" | "late"

/** Something that happens to the shopper's account in between; points as a part of what is there. */
export type AccountEvent = { do: "spend"; part: number } | { do: "gain"; points: number }

export type Step =
  { order: OrderEvent; hearing: Hearing; days: number } | { account: AccountEvent; days: number }

/** A random life of an order, and of the account that it is settled on. */
export interface RandomStory {
  earnOn: EarnOn
  policy: "allow_negative" | "clamp_to_zero"
  rounding: "floor" | "round" | "ceil"
  pendingDays: number
  bought: Bought
  /** How much of the order is paid with points. */
  paidWithPoints: number
  steps: Step[]
  /** How everything is undone in the end: a completed order cannot be canceled. */
  end: "cancel" | "return"
}

const part = fc.constantFrom(0.1, 0.33, 0.5, 1, 1)
const line = fc.nat(2)
const units = fc.integer({ min: 1, max: 4 })

const orderEvent: fc.Arbitrary<OrderEvent> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<OrderEvent>({ do: "complete" }) },
  { weight: 1, arbitrary: fc.constantFrom<OrderEvent>({ do: "cancel" }, { do: "dropDiscount" }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("capture" as const, "refund" as const), part }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(["fulfil", "fulfil", "deliver", "returnUnits", "returnUnits", "unpack"] as const)
      ),
      line,
      units,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("edit" as const), line, units: fc.nat(6) }),
  }
)

const accountEvent: fc.Arbitrary<AccountEvent> = fc.oneof(
  fc.record({ do: fc.constant("spend" as const), part }),
  fc.record({ do: fc.constant("gain" as const), points: fc.integer({ min: 1, max: 2_000 }) })
)

const days = fc.constantFrom(0, 0, 0, 1, 15)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      order: orderEvent,
      hearing: fc.constantFrom<Hearing>("once", "once", "once", "twice", "never", "late"),
      days,
    }),
  },
  { weight: 1, arbitrary: fc.record({ account: accountEvent, days }) }
)

/** Any story that may happen in a shop. */
export const randomStories: fc.Arbitrary<RandomStory> = fc.record({
  earnOn: fc.constantFrom(...EARN_ON),
  policy: fc.constantFrom("allow_negative", "clamp_to_zero"),
  rounding: fc.constantFrom("floor", "round", "ceil"),
  pendingDays: fc.constantFrom(0, 0, 14),
  bought: fc.array(
    fc.record({
      price: fc.oneof(fc.constantFrom(15_000, 3_333, 1), fc.integer({ min: 1, max: 50_000 })),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 3 }
  ),
  paidWithPoints: fc.constantFrom(0, 0.01, 0.33, 0.5, 1),
  steps: fc.array(step, { minLength: 4, maxLength: 18, size: "max" }),
  end: fc.constantFrom("cancel", "return"),
})

/** Lets an event happen to the order. */
export function happen(order: PlayedOrder, event: OrderEvent): void {
  switch (event.do) {
    case "complete":
    case "cancel":
    case "dropDiscount":
      return order[event.do]()
    case "capture":
    case "refund":
      return order[event.do](event.part)
    default:
      return order[event.do](event.line, event.units)
  }
}
