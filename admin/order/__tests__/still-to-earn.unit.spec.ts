import { hasPoints, pointsStillToEarn } from "../still-to-earn"

const order = {
  customer_id: "cus_1",
  redemption: null,
  transactions: [],
  points_earned: 0,
  points_to_earn: 0,
}

describe("points that an order will earn", () => {
  it("are those that it has not earned yet", () => {
    expect(pointsStillToEarn({ points_earned: 0, points_to_earn: 4500 })).toBe(4500)
    expect(pointsStillToEarn({ points_earned: 1500, points_to_earn: 4500 })).toBe(3000)
  })

  it("are none when it has earned them or more", () => {
    expect(pointsStillToEarn({ points_earned: 4500, points_to_earn: 4500 })).toBe(0)
    expect(pointsStillToEarn({ points_earned: 4500, points_to_earn: 3000 })).toBe(0)
  })
})

describe("whether there is anything to show for an order", () => {
  it.each([
    [{}, false],
    [{ points_to_earn: 1 }, true],
    [{ transactions: [{}] }, true],
    [{ redemption: {} }, true],
    [{ customer_id: null, points_to_earn: 1 }, false],
  ])("%j: %s", (change, expected) => expect(hasPoints({ ...order, ...change })).toBe(expected))
})
