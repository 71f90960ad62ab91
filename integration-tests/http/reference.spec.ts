import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { HttpClient } from "../support/http"

describe("the client of these tests", () => {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json")
    response.end(JSON.stringify({ loyalty_programs: [], count: 0, offset: 0, colour: "red" }))
  })

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  it("refuses an answer that does not match docs/openapi.json, and names the fields", async () => {
    const { port } = server.address() as AddressInfo
    const answer = new HttpClient(`http://127.0.0.1:${port}`).get("/store/loyalty/programs")
    await expect(answer).rejects.toThrow(
      /GET \/store\/loyalty\/programs answered 200[^]*required property 'limit'[^]*properties: colour/
    )
  })
})
