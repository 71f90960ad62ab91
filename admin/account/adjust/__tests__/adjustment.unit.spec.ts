import {
  type AdjustmentInput,
  adjustmentSchema,
  balanceAfter,
  EMPTY_ADJUSTMENT,
  newKey,
  readPoints,
  toBody,
} from "../adjustment"

const SAY = {
  wholeNumber: "whole",
  tooMany: "many",
  notAvailable: "available",
  reasonRequired: "reason",
  reasonTooLong: "long",
  inThePast: "past",
}
const AVAILABLE = 500

/** The problems, by field. */
function problems(input: Partial<AdjustmentInput>, available = AVAILABLE) {
  const valid = { ...EMPTY_ADJUSTMENT, points: "10", reason: "A gift" }
  const result = adjustmentSchema(available, SAY).safeParse({ ...valid, ...input })
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.join("."), message])
  )
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000)

describe("the rules of an adjustment", () => {
  it("accept points with a reason", () => {
    expect(problems({})).toEqual({})
    expect(problems({ direction: "take" })).toEqual({})
  })

  it.each(["", " ", "0", "-5", "1.5", "1,5", "ten", "1e3", "9999999999999999"])(
    "refuse %j as a number of points",
    (points) => expect(problems({ points })).toEqual({ points: "whole" })
  )

  it("report all invalid fields at once", () => {
    expect(problems({ points: "", reason: "  " })).toEqual({ points: "whole", reason: "reason" })
  })

  it("do not let more be taken than is available", () => {
    expect(problems({ direction: "take", points: "500" })).toEqual({})
    expect(problems({ direction: "take", points: "501" })).toEqual({ points: "available" })
    expect(problems({ direction: "take", points: "1" }, -20)).toEqual({ points: "available" })
    expect(problems({ direction: "add", points: "501" })).toEqual({})
  })

  it("keep to what the server accepts", () => {
    expect(problems({ points: "1 000 000 000 000" })).toEqual({})
    expect(problems({ points: "1 000 000 000 001" })).toEqual({ points: "many" })
    expect(problems({ reason: "x".repeat(501) })).toEqual({ reason: "long" })
  })

  it("let points expire today or later, and only when points are added", () => {
    expect(problems({ expires_on: day(0) })).toEqual({})
    expect(problems({ expires_on: day(-1) })).toEqual({ expires_on: "past" })
    expect(problems({ direction: "take", expires_on: day(-1) })).toEqual({})
  })
})

describe("what an adjustment sends", () => {
  const schema = adjustmentSchema(AVAILABLE, SAY)
  const send = (input: Partial<AdjustmentInput>) =>
    toBody(schema.parse({ ...EMPTY_ADJUSTMENT, reason: " Why ", points: "1 200", ...input }), "key")

  it("is signed, trimmed and without an expiry unless one is chosen", () => {
    expect(send({})).toEqual({ points: 1200, reason: "Why", idempotency_key: "key" })
    expect(send({ direction: "take", points: "20", expires_on: day(3) })).toEqual({
      points: -20,
      reason: "Why",
      idempotency_key: "key",
    })
  })

  it("lets points expire at the end of the chosen day", () => {
    const chosen = new Date(2099, 11, 31)
    const { expires_at } = send({ expires_on: chosen })
    expect(expires_at).toBe(new Date(2099, 11, 31, 23, 59, 59, 999).toISOString())
  })
})

describe("the preview", () => {
  it("shows where the balance will be", () => {
    expect(balanceAfter(100, { direction: "add", points: "50" })).toBe(150)
    expect(balanceAfter(100, { direction: "take", points: "1 50" })).toBe(-50)
  })

  it("waits for a number", () => {
    expect(balanceAfter(100, { direction: "add", points: "1x" })).toBeNull()
    expect(readPoints("\u00a012\u00a0000")).toBe(12_000)
  })
})

it("makes a new key each time", () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(newKey()).not.toBe(newKey())
})
