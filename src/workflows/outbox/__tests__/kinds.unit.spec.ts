import { parseOptions } from "../../../modules/loyalty-points/options"
import { MESSAGE_KINDS } from "../kinds"

describe("the kinds of message", () => {
  it("have each a key of their own: it is in the outbox and in the keys of notifications", () => {
    const keys = MESSAGE_KINDS.map(({ key }) => key)
    expect(keys).toContain("reminder")
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => !/^[a-z]+(_[a-z]+)*$/.test(key))).toEqual([])
  })

  it.each(MESSAGE_KINDS)("$key can be sent with the options a store begins with", (kind) => {
    const { channel, template, locale } = kind.settings(parseOptions())
    expect({ channel, locale }).toEqual({ channel: "email", locale: "en" })
    expect(template).toMatch(/^loyalty-points-/)
  })

  it("have each a template of their own", () => {
    const templates = MESSAGE_KINDS.map((kind) => kind.settings(parseOptions()).template)
    expect(new Set(templates).size).toBe(templates.length)
  })
})
