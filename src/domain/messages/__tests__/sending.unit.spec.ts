import fc from "fast-check"

import { afterDelivery, type Delivery, LEASE_MS, type Pace, waitAfterFailure } from "../sending"

const HOUR = 60 * 60 * 1000
const waits = (pace: Pace) => [1, 2, 3, 4].map((attempts) => waitAfterFailure(pace, attempts))

describe("the outcome of a message", () => {
  it.each<[Delivery | "announced", number, string, number]>([
    ["sent", 0, "sent", 0],
    ["sent", 4, "sent", 4],
    ["announced", 0, "dropped", 0],
    ["unsendable", 2, "dropped", 2],
    ["failed", 0, "failed", 1],
    ["failed", 3, "failed", 4],
    ["failed", 4, "given_up", 5],
  ])("%s after %d failures: %s", (delivery, before, status, attempts) => {
    expect(afterDelivery(delivery, before)).toEqual({ status, attempts })
  })

  it("is decided by the first delivery that does not fail, or by the fifth that does", () => {
    const deliveries = fc.array(fc.constantFrom<Delivery>("sent", "failed", "unsendable"), {
      minLength: 5,
      maxLength: 12,
    })
    fc.assert(
      fc.property(deliveries, (deliveries) => {
        let message: { status: string; attempts: number } = { status: "waiting", attempts: 0 }
        let used = 0
        while (["waiting", "failed"].includes(message.status)) {
          message = afterDelivery(deliveries[used++]!, message.attempts)
        }
        const decisive = deliveries.findIndex((delivery) => delivery !== "failed")
        const failures = decisive === -1 ? 5 : Math.min(decisive, 5)
        expect(message.attempts).toBe(failures)
        expect(used).toBe(failures === 5 ? 5 : failures + 1)
        expect(message.status === "given_up").toBe(failures === 5)
      })
    )
  })
})

describe("the wait after a failure", () => {
  it("of a daily message ends before the next day's run", () => {
    expect(waits("daily")).toEqual([HOUR, HOUR, HOUR, HOUR])
  })

  it("of a prompt one grows, so that a provider may be down for more than a day", () => {
    expect(waits("prompt")).toEqual([HOUR, 4 * HOUR, 16 * HOUR, 20 * HOUR])
  })

  it("is never shorter than a lease: a run is done with a message before another tries it", () => {
    expect(Math.min(...waits("daily"), ...waits("prompt"))).toBeGreaterThanOrEqual(LEASE_MS)
  })
})
