import { PROGRAM } from "../../../src/types/__tests__/worked-example"
import type { Exchange } from "../../lib/http"
import { checkExchange } from "../check-exchange"
import { Reference } from "../reference"

const PROGRAMS = "/admin/loyalty/programs"

describe("an answer that a test gets", () => {
  const reference = Reference.read()
  const check = (exchange: Partial<Exchange>, path = `${PROGRAMS}/lprog_1`) => {
    const url = new URL(path, "http://localhost:9000")
    const body = { loyalty_program: PROGRAM }
    const usual = { method: "GET", url, sent: undefined, status: 200, type: "application/json" }
    return () => checkExchange(reference, { ...usual, body, ...exchange })
  }
  const program = (change: object) => ({ body: { loyalty_program: { ...PROGRAM, ...change } } })

  it("is let through as the reference has it", () => {
    expect(check({})).not.toThrow()
    const body = { type: "not_found", message: "No such program" }
    expect(check({ status: 404, body })).not.toThrow()
  })

  it("is refused with a field too many, and the field is named", () => {
    expect(check(program({ colour: "red" }))).toThrow(
      /^GET \/admin\/loyalty\/programs\/lprog_1 answered 200.*\n- answer: loyalty_program must NOT have additional properties: colour\n/
    )
  })

  it("is refused without a field", () => {
    expect(check(program({ rounding: undefined }))).toThrow(
      "answer: loyalty_program must have required property 'rounding'"
    )
  })

  it.each([
    [{ point_value: "0.01" }, "loyalty_program.point_value must be number"],
    [{ minimum_balance: 1.5 }, "loyalty_program.minimum_balance must be integer"],
    [{ validity_days: "365" }, "loyalty_program.validity_days must be integer,null"],
    [{ created_at: "yesterday" }, 'loyalty_program.created_at must match format "date-time"'],
    [{ earn_on: "never" }, "loyalty_program.earn_on must be equal to one of the allowed values"],
  ])("is refused with another value: %p", (change, problem) => {
    expect(check(program(change))).toThrow(`answer: ${problem}`)
  })

  it("is refused with a status or a type that is not told", () => {
    const body = { type: "unknown_error", message: "An unknown error occurred." }
    expect(check({ status: 500, body })).toThrow("no answer of status 500 is told")
    expect(check({ type: "text/html", body: "<p>" })).toThrow(
      "its type is text/html, not application/json"
    )
  })

  it("is not read further in a file", () => {
    const csv = { type: "text/csv", body: "from,to" }
    expect(check(csv, "/admin/loyalty/reports/liability?format=csv")).not.toThrow()
  })

  it("may be anything on a route of others", () => {
    expect(check({ body: 5 }, "/admin/orders/order_1")).not.toThrow()
  })

  describe("after a request", () => {
    const change = (sent: unknown, status = 200) => check({ method: "POST", sent, status })

    it("is let through when the reference has the request", () => {
      expect(change({ point_value: "0.02", maximum_discount: null })).not.toThrow()
      expect(change(undefined)).not.toThrow()
    })

    it("is refused when the reference is stricter than the route", () => {
      expect(change({ point_value: 0 })).toThrow("request: point_value must be > 0")
      expect(change({ colour: "red" })).toThrow(
        "request: must NOT have additional properties: colour"
      )
    })

    it("is let through when the request was refused", () => {
      const body = { type: "invalid_data", message: "colour: unknown" }
      expect(check({ method: "POST", sent: { colour: "red" }, status: 400, body })).not.toThrow()
    })

    it("is refused with a parameter that the reference does not have so", () => {
      const list = { body: { loyalty_programs: [], count: 0, offset: 0, limit: 5 } }
      expect(check(list, `${PROGRAMS}?limit=5`)).not.toThrow()
      expect(check(list, `${PROGRAMS}?limit=1000`)).toThrow(
        "request: the parameter limit: must be <= 100"
      )
      expect(check(list, `${PROGRAMS}?colour=red`)).toThrow("the parameter colour is not told")
    })
  })
})
