import type { DuePlace } from "../../../modules/loyalty-points/expiry/expiry-store"
import type { OwnedTransaction } from "../../../modules/loyalty-points/ledger/types"
import { type DueLedger, expireInChunks } from "../expire-in-chunks"

/** Accounts 1 … `count` with 10 due points each; `broken` ones make their chunk fail. */
function ledgerOf(count: number, broken: number[] = [], kept: number[] = []) {
  const due = new Set(Array.from({ length: count }, (_, index) => index + 1))
  const chunks: number[][] = []
  const from = (after: DuePlace) => [...due].filter((no) => no > Number(after.no))
  const ledger: DueLedger = {
    expireDue: async ({ after, limit }) => {
      const chunk = from(after).slice(0, limit)
      if (chunk.some((no) => broken.includes(no))) {
        throw new Error("out of range")
      }
      chunks.push(chunk)
      const gone = chunk.filter((no) => !kept.includes(no))
      gone.forEach((no) => due.delete(no))
      return {
        expired: gone.map(expiredOf),
        next: chunk.length < limit ? null : placeOf(chunk.at(-1)!),
      }
    },
    firstDue: async (after) => {
      const [no] = from(after)
      return no === undefined ? null : { account_id: `lacc_${no}`, place: placeOf(no) }
    },
  }
  return { ledger, chunks, due }
}

const placeOf = (no: number): DuePlace => ({ due_since: "2026-03-01 12:00:00+00", no: String(no) })
const expiredOf = (no: number) =>
  ({
    customer_id: `cus_${no}`,
    transaction: { account_id: `lacc_${no}`, points: -10 },
  }) as OwnedTransaction

function listener() {
  const expired: string[][] = []
  const failed: string[] = []
  return {
    ...{ heard: expired, broken: failed },
    expired: async (chunk: OwnedTransaction[]) =>
      void expired.push(chunk.map(({ transaction }) => transaction.account_id)),
    failed: (accountId: string) => void failed.push(accountId),
  }
}

describe("an expiry run", () => {
  it("reports nothing when nothing is due", async () => {
    const told = listener()
    const report = await expireInChunks(ledgerOf(0).ledger, told)
    expect(report).toEqual({ accounts: 0, points: 0, failed: 0 })
    expect(told.heard).toEqual([])
  })

  it("goes chunk by chunk and reports each", async () => {
    const told = listener()
    const { ledger, due } = ledgerOf(5)
    expect(await expireInChunks(ledger, told, 2)).toEqual({ accounts: 5, points: 50, failed: 0 })
    expect(told.heard).toEqual([["lacc_1", "lacc_2"], ["lacc_3", "lacc_4"], ["lacc_5"]])
    expect(due.size).toBe(0)
  })

  it("skips accounts that keep their due points for holds, and ends", async () => {
    const { ledger, due } = ledgerOf(7, [], [1, 2, 3, 7])
    const report = await expireInChunks(ledger, listener(), 2)
    expect(report).toEqual({ accounts: 3, points: 30, failed: 0 })
    expect([...due]).toEqual([1, 2, 3, 7])
  })

  it("tries accounts that were in use again", async () => {
    const { ledger, due } = ledgerOf(4)
    const inUse = new Set([2, 3])
    const expireDue: DueLedger["expireDue"] = async (request) => {
      inUse.forEach((no) => due.delete(no))
      const done = await ledger.expireDue(request)
      inUse.forEach((no) => due.add(no))
      inUse.clear()
      return done
    }
    const report = await expireInChunks({ ...ledger, expireDue }, listener(), 10)
    expect(report).toEqual({ accounts: 4, points: 40, failed: 0 })
  })

  it("finds the accounts that fail, reports each once and expires all others", async () => {
    const told = listener()
    const { ledger, chunks, due } = ledgerOf(250, [1, 77, 78, 250])
    const report = await expireInChunks(ledger, told, 100)
    expect(report).toEqual({ accounts: 246, points: 2460, failed: 4 })
    expect(told.broken).toEqual(["lacc_1", "lacc_77", "lacc_78", "lacc_250"])
    expect([...due]).toEqual([1, 77, 78, 250])
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBe(100)
  })

  it("stops where every account fails", async () => {
    const told = listener()
    const everyOne = Array.from({ length: 500 }, (_, index) => index + 1)
    const report = await expireInChunks(ledgerOf(500, everyOne).ledger, told)
    expect(report).toEqual({ accounts: 0, points: 0, failed: 20 })
    expect(told.broken).toHaveLength(20)
  })

  it("ends with the error of a database that does not answer", async () => {
    const gone = () => Promise.reject(new Error("the database is gone"))
    const ledger = { expireDue: gone, firstDue: gone }
    await expect(expireInChunks(ledger, listener())).rejects.toThrow("the database is gone")
  })
})
