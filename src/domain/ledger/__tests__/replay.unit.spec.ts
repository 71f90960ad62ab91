import { replay, type ReplayedTransaction } from "../replay"

const earn: ReplayedTransaction = {
  ...{ version: 1, kind: "earn", points: 100, balance_after: 100 },
  lots: [{ no: 1, points: 100 }],
}
const redeem: ReplayedTransaction = {
  ...{ version: 2, kind: "redeem", points: -130, balance_after: -30 },
  lots: [{ no: 1, points: -100 }],
}

describe("replaying a journal", () => {
  it("computes balance, debt and lots from nothing else", () => {
    expect(replay([earn, redeem])).toEqual({
      ...{ balance: -30, version: 2, problems: [] },
      lots: new Map([[1, 0]]),
    })
  })

  it.each<[string, Partial<ReplayedTransaction>, string]>([
    ["a missing line", { version: 3 }, "version 2 was expected"],
    ["a wrong balance", { balance_after: -31 }, "balance_after is -31, the journal says -30"],
    ["a line of nothing", { points: 0, balance_after: 100, lots: [] }, "it moves no points"],
    ["a lot from nowhere", { lots: [{ no: 7, points: -100 }] }, "lot 7 does not exist"],
    ["points without a lot", { lots: [] }, "its lots and its debt make -30 points, not -130"],
    [
      "a lot used beyond what it had",
      { points: -100, balance_after: 0, lots: [{ no: 1, points: -101 }] },
      "lot 1 is used 1 points beyond what it had",
    ],
  ])("tells %s", (_, wrong, problem) => {
    expect(replay([earn, { ...redeem, ...wrong }]).problems.join("; ")).toContain(problem)
  })
})
