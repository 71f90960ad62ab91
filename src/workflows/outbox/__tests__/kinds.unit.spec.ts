import { parseOptions } from "../../../modules/loyalty-points/options"
import { MESSAGE_KINDS } from "../kinds"

describe("the kinds of message", () => {
  it("each have their own key, used in the outbox and in notification keys", () => {
    const keys = MESSAGE_KINDS.map(({ key }) => key)
    expect(keys).toContain("reminder")
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => !/^[a-z]+(_[a-z]+)*$/.test(key))).toEqual([])
  })

  it.each(MESSAGE_KINDS)("$key can be sent with the default options", (kind) => {
    const { channel, template, locale } = kind.settings(parseOptions())
    expect({ channel, locale }).toEqual({ channel: "email", locale: "en" })
    expect(template).toMatch(/^loyalty-points-/)
  })

  it("each have their own template", () => {
    const templates = MESSAGE_KINDS.map((kind) => kind.settings(parseOptions()).template)
    expect(new Set(templates).size).toBe(templates.length)
  })
})
