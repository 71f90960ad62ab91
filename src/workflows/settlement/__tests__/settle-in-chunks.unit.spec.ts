import { LedgerError, LedgerErrorCode } from "../../../modules/loyalty-points/ledger/errors"
import type { OwnedTransaction, SettleInput } from "../../../modules/loyalty-points/ledger/types"
import { settleInChunks } from "../settle-in-chunks"

const NOW = new Date("2026-03-01T12:00:00Z")

const sourcesOf = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => ({ source: { type: "order", id: String(index + 1) } }) as SettleInput
  )

/** Settles each source with one transaction; `broken` ones make their chunk fail. */
function ledgerOf(broken: number[], error: unknown = outdated()) {
  const chunks: string[][] = []
  const settleMany = async (sources: readonly SettleInput[]) => {
    const ids = sources.map(({ source }) => source.id)
    if (ids.some((id) => broken.includes(Number(id)))) {
      throw error
    }
    chunks.push(ids)
    return ids.map((id) => ({ customer_id: `cus_${id}` }) as OwnedTransaction)
  }
  return { settleMany, chunks }
}

const outdated = () =>
  new LedgerError("conflict", "A newer settlement", LedgerErrorCode.SETTLEMENT_OUTDATED)

function listener() {
  const settled: string[] = []
  const failed: string[] = []
  return {
    ...{ heard: settled, broken: failed },
    settled: async (written: OwnedTransaction[]) =>
      void settled.push(...written.map(({ customer_id }) => customer_id)),
    failed: ({ source }: SettleInput) => void failed.push(source.id),
  }
}

describe("settling many sources", () => {
  it("does nothing without sources", async () => {
    const { settleMany, chunks } = ledgerOf([])
    const report = await settleInChunks({ settleMany }, [], NOW, listener())
    expect(report).toEqual({ settled: 0, transactions: 0, failed: 0 })
    expect(chunks).toEqual([])
  })

  it("goes chunk by chunk, in the given order, and ends with the last", async () => {
    const told = listener()
    const { settleMany, chunks } = ledgerOf([])
    const report = await settleInChunks({ settleMany }, sourcesOf(5), NOW, told, 2)
    expect(report).toEqual({ settled: 5, transactions: 5, failed: 0 })
    expect(chunks).toEqual([["1", "2"], ["3", "4"], ["5"]])
    expect(told.heard).toEqual(["cus_1", "cus_2", "cus_3", "cus_4", "cus_5"])
  })

  it("finds those that fail, however many, and settles all others once", async () => {
    const broken = [1, 50, 51, 100, 230, 231, 250]
    const told = listener()
    const { settleMany, chunks } = ledgerOf(broken)
    const report = await settleInChunks({ settleMany }, sourcesOf(250), NOW, told)
    expect(report).toEqual({ settled: 243, transactions: 243, failed: 7 })
    expect(told.broken).toEqual(broken.map(String))
    expect(new Set(chunks.flat()).size).toBe(243)
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeGreaterThan(10)
  })

  it("continues past any number that the ledger refuses", async () => {
    const everyOne = Array.from({ length: 60 }, (_, index) => index + 1)
    const report = await settleInChunks(ledgerOf(everyOne), sourcesOf(61), NOW, listener())
    expect(report).toEqual({ settled: 1, transactions: 1, failed: 60 })
  })

  it("ends with the error of a database that no longer settles any", async () => {
    const gone = ledgerOf(
      Array.from({ length: 100 }, (_, index) => index + 1),
      new Error("the database is gone")
    )
    const told = listener()
    const run = settleInChunks(gone, sourcesOf(100), NOW, told)
    await expect(run).rejects.toThrow("the database is gone")
    expect(told.broken).toHaveLength(19)
  })
})
