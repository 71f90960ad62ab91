import { randomUUID } from "node:crypto"
import { DAY_IN_MS } from "../../../src/domain/shared/day"
import { randomAccountId } from "../ledger-data"
import { compareRates } from "../measure"
import { Floor } from "../peers/floor"
import type { Entry } from "../result"
import { CLIENTS } from "./debit"

const YEAR_MS = 365 * DAY_IN_MS

/** Points that an order earned, in a lot that expires, against the floor's debit. */
export const credit: Entry = {
  names: ["credit_c8"],
  title: `points earned by an order, in a lot that expires, against the floor's debit, ${CLIENTS} clients`,
  async run(workbench) {
    const service = await workbench.loyaltyPoints(CLIENTS)
    const floor = await Floor.open(await workbench.pool(CLIENTS))
    const id = () => randomAccountId(workbench.size)
    const earn = () =>
      service.credit({
        account_id: id(),
        kind: "earn",
        points: 100,
        expires_at: new Date(Date.now() + YEAR_MS),
        source: { type: "order", id: `order_${randomUUID()}` },
        program: { id: "lprog_bench", version: 1 },
      })
    return [
      await compareRates({
        name: "credit_c8",
        goal: { atLeast: 0.5 },
        clients: CLIENTS,
        isQuick: workbench.isQuick,
        ours: earn,
        other: () => floor.debit(id()),
      }),
    ]
  },
}
