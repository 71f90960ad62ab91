import fc from "fast-check"

/** How far the clock moves before a step; `corner` goes to a lot's next moment, give or take. */
export type Wait = { ms: number } | { corner: -1 | 0 | 1 }

/** Points as a number, or a part of what the shopper or the order has at that time. */
export type Amount = number | { part: number; plus: -1 | 0 | 1 }

/** Which cart (the last is a draft order) or order: any, or one of those that the command can do something with. */
export type Which = { any: number } | { apt: number }

export type Dates = { available_in: number; lives: number | null }
export type Policy = "allow_negative" | "clamp_to_zero"

export type Command =
  | { do: "credit"; kind: CreditKind; points: number; dates: Dates; order: number | null; key: Key }
  | { do: "debit"; points: Amount; key: Key }
  | { do: "hold"; cart: number; attempt: string; points: Amount; byUnit: number }
  | { do: "capture"; cart: Which; order: number }
  | { do: "release"; cart: Which; attempt: string | null; reapply: boolean }
  | { do: "refund"; order: Which; points: Amount; key: Key }
  | { do: "reverse"; order: Which; points: Amount; policy: Policy; key: Key }
  | ({ do: "settle" } & ToSettle)
  | { do: "settle_many"; orders: ToSettle[] }
  | { do: "again" }
  | { do: "expire" }
  | { do: "expire_due"; chunk: number }

export type CreditKind = "earn" | "bonus" | "adjust"
export type Key = string | null
/** What the order should have earned and redeemed in total. */
export type Targets = { earned: number; redeemed: number }

export type ToSettle = {
  order: number
  targets: Targets
  policy: Policy
  dates: Dates
  stale: boolean
  purchase?: { spent: string; counted: boolean }
}

/** One thing that happens to one of the shoppers. */
export type Step = { shopper: number; wait: Wait; command: Command }

export const SHOPPERS = 2
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const shopper = fc.nat(SHOPPERS - 1)
const small = fc.nat(2)
const attempt = fc.constantFrom("attempt_1", "attempt_2")
const policy = fc.constantFrom<Policy>("allow_negative", "clamp_to_zero")
const key = fc.option(fc.integer({ min: 1, max: 8 }).map((number) => `key_${number}`))
const points = fc.integer({ min: 1, max: 120 })
const credited = fc.integer({ min: 1, max: 500 })

const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom({ ms: 0 }, { ms: 1 }, { ms: HOUR }) },
  { weight: 1, arbitrary: fc.constantFrom({ ms: 10 * DAY }, { ms: 31 * DAY }) },
  { weight: 3, arbitrary: fc.constantFrom<Wait>({ corner: -1 }, { corner: 0 }, { corner: 1 }) }
)

const part = fc.record({
  part: fc.constantFrom(0.2, 0.5, 0.8, 1, 1),
  plus: fc.constantFrom<-1 | 0 | 1>(0, 0, 0, 0, 0, -1, 1),
})
const amount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 10, arbitrary: part },
  { weight: 2, arbitrary: points },
  { weight: 1, arbitrary: fc.constantFrom(0, -5) }
)

const which: fc.Arbitrary<Which> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ apt: small }) },
  { weight: 1, arbitrary: fc.record({ any: small }) }
)

const dates: fc.Arbitrary<Dates> = fc.record({
  available_in: fc.constantFrom(-DAY, 0, 0, 0, 0, 0, HOUR, 5 * DAY),
  lives: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(null, HOUR, 2 * DAY, 2 * DAY, 20 * DAY, 365 * DAY) },
    { weight: 1, arbitrary: fc.constantFrom(1, 0) }
  ),
})

/** One kind of command: its name, how often it comes, and what varies in it. */
function often<Name extends Command["do"], Fields extends object>(
  weight: number,
  name: Name,
  fields: { [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> }
) {
  return { weight, arbitrary: fc.record({ do: fc.constant(name), ...fields }) }
}

const toSettle = {
  order: small,
  targets: fc.record({
    earned: fc.constantFrom(0, 10, 60, 150, 300, 300, -1),
    redeemed: fc.constantFrom(0, 0, 0, 10, 60),
  }),
  policy,
  dates,
  stale: fc.constantFrom(false, false, false, false, true),
  purchase: fc.constantFrom(
    undefined,
    { spent: "99.5", counted: true },
    { spent: "0", counted: false }
  ),
}

const command = fc.oneof(
  often(10, "credit", {
    kind: fc.constantFrom<CreditKind>("earn", "earn", "bonus", "adjust"),
    points: fc.oneof({ weight: 20, arbitrary: credited }, { weight: 1, arbitrary: fc.constant(0) }),
    dates,
    order: fc.option(small, { freq: 3 }),
    key,
  }),
  often(3, "debit", { points: amount, key }),
  often(5, "hold", {
    ...{ cart: small, attempt, points: amount },
    byUnit: fc.constantFrom(0, 0, 0, 0.5, 1, 1.1),
  }),
  often(5, "capture", { cart: which, order: small }),
  often(2, "release", { cart: which, attempt: fc.option(attempt), reapply: fc.boolean() }),
  often(4, "refund", { order: which, points: amount, key }),
  often(4, "reverse", { order: which, points: amount, policy, key }),
  often(4, "settle", toSettle),
  often(2, "settle_many", {
    orders: fc.uniqueArray(fc.record(toSettle), { selector: ({ order }) => order, maxLength: 3 }),
  }),
  often(2, "again", {}),
  often(1, "expire", {}),
  often(2, "expire_due", { chunk: fc.constantFrom(1, 2, 1000) })
) as fc.Arbitrary<Command>

/** What may happen in a shop, in any order. */
export const steps = fc.array(fc.record({ shopper, wait, command }), {
  minLength: 10,
  maxLength: 45,
  size: "max",
})
