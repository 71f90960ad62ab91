import type { CheckoutPart } from "../../../src/workflows/checkout/part"

const PROVIDER = "loyalty-hello" as const
/** Off the first line for saying hello, or what the parts before leave of it. */
const MOST = 10

/** What the part meets when it is asked. */
export type HelloTroubles = Partial<Record<"quote" | "hold" | "release", Error>>

/**
 * A way to pay at its smallest: it takes a little off the first line of every cart. It fails as
 * `troubles` say and notes what it holds in `attempts`.
 */
export function helloPart(troubles: HelloTroubles, attempts: Set<string>): CheckoutPart {
  const meet = (trouble: keyof HelloTroubles) => {
    if (troubles[trouble]) {
      throw troubles[trouble]
    }
  }
  return {
    key: "hello",

    async quote({ cart, taken }) {
      meet("quote")
      const [line] = cart.items ?? []
      if (!line) {
        return []
      }
      const others = taken.filter(({ item_id }) => item_id === line.id)
      const left = others.reduce(
        (rest, { amount }) => rest - Number(amount),
        Number(line.unit_price) * Number(line.quantity)
      )
      const amount = Math.min(MOST, left)
      const about = { code: "hello there", description: "For saying hello", provider_id: PROVIDER }
      return amount > 0
        ? [{ ...about, item_id: line.id, amount: String(amount), is_tax_inclusive: true }]
        : []
    },

    async hold({ cart, attempt }) {
      meet("hold")
      const shown = (cart.items ?? []).flatMap(({ adjustments }) => adjustments ?? [])
      if (!shown.some(({ provider_id }) => provider_id === PROVIDER)) {
        return { status: "nothing" }
      }
      attempts.add(attempt)
      return { status: "held", held: attempt }
    },

    async release(held) {
      meet("release")
      attempts.delete(held as string)
    },
  }
}
