import { manifestOf } from "../template"

const dependenciesOf = (version?: string) =>
  (JSON.parse(manifestOf(version)) as { dependencies: Record<string, string> }).dependencies

describe("the manifest of a fresh store", () => {
  it("pins one version of Medusa and its gift cards", () => {
    const { "@medusajs/medusa": medusa, ...others } = dependenciesOf()
    expect(medusa).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Object.keys(others)).toContain("@medusajs/loyalty-plugin")
    expect(new Set(Object.values(others))).toEqual(new Set([medusa]))
  })

  it("can be for another version, without gift cards", () => {
    expect(dependenciesOf("2.18.0")).toEqual({
      "@medusajs/admin-sdk": "2.18.0",
      "@medusajs/cli": "2.18.0",
      "@medusajs/framework": "2.18.0",
      "@medusajs/medusa": "2.18.0",
    })
  })

  it.each(["2.18", "latest", "^2.18.0"])("refuses %s", (version) => {
    expect(() => manifestOf(version)).toThrow(`LOYALTY_CONSUMER_MEDUSA=${version} is not a version`)
  })
})
