import type { Pool } from "pg"
import { newRedemptionId } from "../../../src/modules/loyalty-points/ledger/ids"
import type LoyaltyPointsModuleService from "../../../src/modules/loyalty-points/service"
import { randomAccountId, type LedgerSize } from "../ledger-data"
import type { Entry, Goal } from "../result"
import { againstFloor } from "./against-floor"

/** How many carts request points before the measured time: more than any machine can hold. */
const REQUESTS_PER_MILLISECOND = 8

const REQUEST = `
  INSERT INTO loyalty_redemption
    (id, account_no, target_type, target_id, customer_id, status, points_requested, currency_code,
     created_at, updated_at)
  SELECT r.id, a.no, 'cart', 'cart_' || r.id, a.customer_id, 'requested', 1, 'usd',
    a.updated_at, a.updated_at
  FROM unnest($1::text[], $2::text[]) r (id, account_id) JOIN loyalty_account a ON a.id = r.account_id`

type Work = (service: LoyaltyPointsModuleService, redemptionId: string) => Promise<unknown>

const holdPoints: Work = (service, redemption_id) =>
  service.ledger.hold({
    redemption_id,
    attempt: `attempt_${redemption_id}`,
    points: 1,
    discount: "0.01",
    program: { id: "lprog_bench", version: 1 },
  })

const holdAndCapture: Work = async (service, redemptionId) => {
  await holdPoints(service, redemptionId)
  await service.ledger.capture(redemptionId, `order_${redemptionId}`, `cart_${redemptionId}`)
}

/** Points of requested redemptions, one for each cart, against the floor's debit. */
function redemptionAgainstFloor(name: string, title: string, goal: Goal, work: Work): Entry {
  const waiting: string[] = []
  return againstFloor({
    name,
    title: `${title}, against the floor's debit`,
    goal,
    prepare: async (milliseconds, pool, size) => {
      const missing = milliseconds * REQUESTS_PER_MILLISECOND - waiting.length
      waiting.push(...(await request(pool, missing, size)))
    },
    work: async (service) => {
      const id = waiting.pop()
      return id === undefined ? false : work(service, id)
    },
  })
}

/** Requests a point on a number of carts of random accounts; returns the redemptions' ids. */
async function request(pool: Pool, count: number, size: LedgerSize): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newRedemptionId())
  await pool.query(REQUEST, [ids, ids.map(() => randomAccountId(size))])
  return ids
}

export const hold = redemptionAgainstFloor(
  "hold_c8",
  "points of a cart set aside for an order",
  { atLeast: 0.45 },
  holdPoints
)

export const holdCapture = redemptionAgainstFloor(
  "hold_capture_c8",
  "points of a cart set aside and then spent on its order",
  { atLeast: 0.28 },
  holdAndCapture
)
