import { readListState, toOrder, toSorting, writeListState } from "../list-state"

const params = (query: string) => new URLSearchParams(query)
const write = (query: string, ...rest: [Parameters<typeof writeListState>[1], string?]) =>
  writeListState(params(query), ...rest).toString()

describe("a list's state in the address", () => {
  it("is read as far as it makes sense", () => {
    expect(readListState(params("q=anna&wallet=stars&order=-balance&offset=40"))).toEqual({
      q: "anna",
      wallet: "stars",
      order: "-balance",
      offset: 40,
    })
    expect(readListState(params("offset=-1"))).toEqual({
      q: "",
      wallet: null,
      order: null,
      offset: null,
    })
    expect(readListState(params("offset=20&lots_offset=0"), "lots_").offset).toBe(0)
  })

  it("is written without touching other parameters", () => {
    expect(write("period=7d&offset=20", { offset: 40 })).toBe("period=7d&offset=40")
    expect(write("period=7d&offset=20", { offset: 0 })).toBe("period=7d&offset=0")
    expect(write("offset=20", { offset: 10 }, "lots_")).toBe("offset=20&lots_offset=10")
  })

  it("leaves out what is not set", () => {
    expect(write("q=anna&offset=20", { q: "" })).toBe("")
    expect(write("offset=20", { offset: null })).toBe("")
  })

  it("starts at the first page when the search, the wallet or the order changes", () => {
    expect(write("offset=20", { q: "anna" })).toBe("q=anna")
    expect(write("offset=20", { wallet: "stars" })).toBe("wallet=stars")
    expect(write("wallet=stars&offset=20", { wallet: null })).toBe("")
    expect(write("q=anna&offset=20", { order: "-balance" })).toBe("q=anna&order=-balance")
  })

  it("names the order as the server does", () => {
    expect(toSorting("-balance")).toEqual({ id: "balance", desc: true })
    expect(toOrder({ id: "balance", desc: true })).toBe("-balance")
    expect(toOrder(toSorting("created_at"))).toBe("created_at")
  })
})
