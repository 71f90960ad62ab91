import type { Pool } from "pg"
import { isLedgerError, LedgerErrorCode } from "../../../src/modules/loyalty-points/ledger/errors"
import type LoyaltyPointsModuleService from "../../../src/modules/loyalty-points/service"
import { say } from "../../lib/output"
import { randomAccountId } from "../ledger-data"
import { CLIENTS, compareRates } from "../measure"
import { FILL_OFFICIAL, OFFICIAL_MODULE, type OfficialService } from "../peers/official"
import { FILL_TUTORIAL, TUTORIAL_MODULE } from "../peers/tutorial/fill"
import type { TutorialService } from "../peers/tutorial/service"
import type { Entry } from "../result"
import type { Workbench } from "../workbench"
import { aDebit } from "./debit"

const GOAL = { atLeast: 12 }

/** Our debit against a peer's, each through its module's service. */
async function against(
  workbench: Workbench,
  name: string,
  service: LoyaltyPointsModuleService,
  peer: (accountId: string) => Promise<unknown>
) {
  const id = () => randomAccountId(workbench.size)
  return compareRates({
    name,
    goal: GOAL,
    isQuick: workbench.isQuick,
    ours: () => service.ledger.debit(aDebit(id())),
    other: () => peer(id()),
  })
}

export const debitVsOfficial: Entry = {
  names: ["debit_vs_official_c8"],
  title: `a debit of random accounts against debitAccounts of @medusajs/loyalty-plugin's store credit, ${CLIENTS} clients`,
  async run(workbench) {
    const service = await workbench.loyaltyPoints(CLIENTS)
    const official = await workbench.open<OfficialService>(OFFICIAL_MODULE, CLIENTS)
    await official.migrate()
    const pool = await workbench.pool(1)
    await pool.query(FILL_OFFICIAL)
    const debit = (account_id: string) =>
      official.service.debitAccounts([
        { account_id, amount: 1, reference: "cart", reference_id: `cart_${account_id}` },
      ])
    return [await against(workbench, "debit_vs_official_c8", service, debit)]
  },
}

export const debitVsTutorial: Entry = {
  names: ["debit_vs_tutorial_c8"],
  title: `a debit of random accounts against read, check, write as Medusa's tutorial does it, ${CLIENTS} clients`,
  async run(workbench) {
    const service = await workbench.loyaltyPoints(CLIENTS)
    const tutorial = await workbench.open<TutorialService>(TUTORIAL_MODULE, CLIENTS)
    const pool = await workbench.pool(1)
    await pool.query(FILL_TUTORIAL)
    await race(service, tutorial.service, pool)
    const debit = (accountId: string) => tutorial.service.deductPoints(`cus_${accountId}`, 1)
    return [await against(workbench, "debit_vs_tutorial_c8", service, debit)]
  },
}

/** Several debits at once of all points of one account: how many succeed? */
async function race(
  service: LoyaltyPointsModuleService,
  tutorial: TutorialService,
  pool: Pool
): Promise<void> {
  const points = 100
  await pool.query(
    "INSERT INTO loyalty_point (id, points, customer_id) VALUES ('race', $1, 'cus_race')",
    [points]
  )
  const { id } = await service.accounts.ensure("cus_race")
  await service.ledger.credit({ account_id: id, kind: "bonus", points, expires_at: null })
  const theirs = await winners(() => tutorial.deductPoints("cus_race", points))
  const ours = await winners(() => service.ledger.debit({ ...aDebit(id), points }))
  say(`  ${CLIENTS} at once spend all points of one account: ${theirs} succeed there, ${ours} here`)
  if (ours !== 1) {
    throw new Error(`${ours} of ${CLIENTS} debits spent the same points: exactly 1 may succeed`)
  }
}

async function winners(spend: () => Promise<unknown>): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: CLIENTS }, spend))
  for (const outcome of outcomes) {
    if (outcome.status === "rejected" && !isRefusal(outcome.reason)) {
      throw outcome.reason
    }
  }
  return outcomes.filter(({ status }) => status === "fulfilled").length
}

const isRefusal = (error: unknown) =>
  isLedgerError(error, LedgerErrorCode.INSUFFICIENT_POINTS) ||
  (error as Error).message === "Insufficient loyalty points"
