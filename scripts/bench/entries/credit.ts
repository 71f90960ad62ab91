import { randomUUID } from "node:crypto"
import { DAY_IN_MS } from "../../../src/domain/shared/day"
import { againstFloor } from "./against-floor"

const YEAR_MS = 365 * DAY_IN_MS

/** Points that an order earned, in a lot that expires, against the floor's debit. */
export const credit = againstFloor({
  name: "credit_c8",
  title: "points earned by an order, in a lot that expires, against the floor's debit",
  goal: { atLeast: 0.5 },
  work: (service, account_id) =>
    service.ledger.credit({
      account_id,
      kind: "earn",
      points: 100,
      expires_at: new Date(Date.now() + YEAR_MS),
      source: { type: "order", id: `order_${randomUUID()}` },
      program: { id: "lprog_bench", version: 1 },
    }),
})
