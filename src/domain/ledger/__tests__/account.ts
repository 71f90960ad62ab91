import { cartTarget } from "../../checkout/target"
import { type AccountModel, capture, credit, hold, NEW_ACCOUNT, type Outcome } from "../model"
import { apply } from "../model"

/** Noon of a day in 2026, counted from the first of January. */
export const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 12))

export const ORDER = { type: "order", id: "order_1" }

/** The account after an operation; fails if it was refused. */
export function done<T>(outcome: Outcome<T>): AccountModel {
  if ("refused" in outcome) {
    throw new Error(`refused: ${outcome.refused}`)
  }
  return outcome.account
}

/** An account after credits on the first day: points, the day they expire (null: never), the order. */
export function accountWith(
  ...credits: [points: number, expires: number | null, order?: string][]
): AccountModel {
  return credits.reduce((account, [points, expires, order]) => {
    const dates = { available_at: day(1), expires_at: expires === null ? null : day(expires) }
    const source = order === undefined ? undefined : { type: "order", id: order }
    return done(credit(account, { kind: "earn", points, source, ...dates }, day(1)))
  }, NEW_ACCOUNT)
}

/** The account once a cart's points are held. */
export function holding(
  account: AccountModel,
  points: number,
  at: Date,
  id = "cart"
): AccountModel {
  return done(hold(apply(account, id, cartTarget(id)), { id, attempt: "first", points }, at))
}

/** The account once an order was paid with points. */
export function paying(account: AccountModel, points: number, at: Date): AccountModel {
  return done(capture(holding(account, points, at), { id: "cart", order_id: ORDER.id }, at))
}

/** What remains of each lot, by number. */
export const remaining = ({ lots }: AccountModel): Record<number, number> =>
  Object.fromEntries(lots.map((lot) => [lot.no, lot.remaining]))

/** The last transaction in short. */
export function last({ transactions }: AccountModel) {
  const { kind, points, balance_after } = transactions.at(-1) ?? {}
  return { kind, points, balance_after }
}
