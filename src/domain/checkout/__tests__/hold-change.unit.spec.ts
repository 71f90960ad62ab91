import { holdChange } from "../hold-change"

describe("turning one hold into another", () => {
  const none = { points: 0, discount: 0 }
  const some = { points: 5_000, discount: 50 }
  const more = { points: 15_000, discount: 150 }

  it.each([
    ["nothing stays nothing", none, none, "keep"],
    ["what is right stays", some, { ...some }, "keep"],
    ["the first points are held before their discount is given", none, some, "hold"],
    ["more points are held before their discount is given", some, more, "hold"],
    [
      "the same points for another discount are held again",
      some,
      { ...some, discount: 49 },
      "hold",
    ],
    ["fewer points are freed after their discount was taken back", more, some, "lower"],
    ["all points are freed after their discount was taken back", more, none, "free"],
  ])("%s", (_, now, wanted, change) => {
    expect(holdChange(now, wanted)).toBe(change)
  })
})
