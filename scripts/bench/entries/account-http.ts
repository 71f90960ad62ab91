import { say } from "../../lib/output"
import { completeCart } from "../../seed/orders"
import { figure } from "../report"
import { type Entry, type Pair, resultOf } from "../result"
import { readyCart } from "../store/carts"
import { memberWithPoints } from "../store/shop"
import { TimedClient } from "../store/timed-client"
import { medianOf, planOf, takeTurns } from "../store/turns"

const ACCOUNT = "/store/loyalty/account"
const TRANSACTIONS = "/store/loyalty/transactions"
const CUSTOMER = "/store/customers/me"
const PATHS = [ACCOUNT, TRANSACTIONS, CUSTOMER]

/** More than one page of transactions, and the orders of a loyal customer. */
const HISTORY = { transactions: 30, orders: 10 }
const QUICK_HISTORY = { transactions: 2, orders: 1 }

/** The account's pages against the customer's own; the slower of the two gives the ratio. */
export const accountHttp: Entry = {
  names: ["account_http"],
  title: `the slower of GET ${ACCOUNT} and GET ${TRANSACTIONS} against GET ${CUSTOMER}`,
  async run(workbench) {
    const store = await workbench.store()
    const { transactions, orders } = workbench.isQuick ? QUICK_HISTORY : HISTORY
    const member = await memberWithPoints(store, "reader", { points: 1000, transactions })
    for (let i = 0; i < orders; i++) {
      await completeCart(member.client, (await readyCart(store, member, "none")).id)
    }
    const timed = new TimedClient(member.client)
    const blocks = await takeTurns(
      PATHS.map((path) => async () => {
        const { milliseconds, body } = await timed.get<Pages>(path)
        requirePage(path, body, transactions)
        return milliseconds
      }),
      planOf(workbench.isQuick, 30, 40)
    )
    const [slower, customer] = tellTimes(blocks)
    const pairs = slower.map((values, block): Pair => [
      medianOf(values),
      medianOf(customer[block] ?? []),
    ])
    return [resultOf({ name: "account_http", unit: "ms", goal: { atMost: 1 } }, pairs)]
  },
}

/** What is checked in the three answers. */
interface Pages {
  loyalty_account?: { balance: number }
  loyalty_transactions?: unknown[]
  customer?: { id: string }
}

function requirePage(path: string, body: Pages, transactions: number): void {
  const { loyalty_account, loyalty_transactions = [], customer } = body
  const isFull = loyalty_transactions.length >= Math.min(transactions, 20)
  if (!(loyalty_account && loyalty_account.balance > 0) && !isFull && !customer) {
    throw new Error(`GET ${path} answered without what was asked for: ${JSON.stringify(body)}`)
  }
}

/** Prints the times of each path and returns the blocks of the slower page and of the customer's. */
function tellTimes(blocks: number[][][]): [slower: number[][], customer: number[][]] {
  const byPath = PATHS.map((path, side) => ({ path, values: blocks.map((b) => b[side] ?? []) }))
  byPath.forEach(({ path, values }) => {
    const sorted = values.flat().sort((one, other) => one - other)
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? NaN
    say(`  GET ${path}: p50 ${figure(medianOf(sorted))} ms, p95 ${figure(p95)} ms`)
  })
  const [account = [], transactions = [], customer = []] = byPath.map(({ values }) => values)
  const isAccount = medianOf(account.flat()) >= medianOf(transactions.flat())
  return [isAccount ? account : transactions, customer]
}
