import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "@medusajs/framework/zod"

import { optionsSchema, parseOptions } from "../options"

const DOCUMENT = readFileSync(path.join(__dirname, "../../../../docs/options.md"), "utf8")

/** The sections, by option. */
const SECTIONS = new Map(
  DOCUMENT.split(/^## /m)
    .slice(1)
    .map((section) => [/^`(.+)`/.exec(section)?.[1] ?? "", section])
)

/** The fields of an object, inside defaults and optionals; null for anything else. */
function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> | null {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional
  ) {
    return fieldsOf(schema.unwrap() as z.ZodType)
  }
  return schema instanceof z.ZodObject ? schema.shape : null
}

/** "timeZone", "reminders.days" and so on. */
function namesOf(schema: z.ZodType, prefix = ""): string[] {
  return Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]) =>
    fieldsOf(field) ? namesOf(field, `${prefix}${name}.`) : [`${prefix}${name}`]
  )
}

/** The text of a line such as "- Default: `5`" in an option's section. */
function lineOf(option: string, title: string): string {
  const line = new RegExp(`^- ${title}: (.+)$`, "m").exec(SECTIONS.get(option) ?? "")?.[1]
  if (!line) {
    throw new Error(`docs/options.md says nothing under “${title}” of ${option}`)
  }
  return line
}

/** The value of a JavaScript expression in the document. */
const evaluate = (code: string): unknown => new Function(`return (${code})`)()

/** The options in a code span. */
const optionsIn = (line: string) =>
  evaluate(`{ ${/^`([^`]+)`/.exec(line)?.[1]} }`) as Record<string, unknown>

const valueAt = (option: string, options: unknown): unknown =>
  option
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], options)

describe("docs/options.md", () => {
  const options = namesOf(optionsSchema)

  it("has a section for each option and no other", () => {
    expect([...SECTIONS.keys()].sort()).toEqual([...options].sort())
  })

  it.each(options)("says what %s is for", (option) => {
    expect(lineOf(option, "Type")).toBeTruthy()
    expect(lineOf(option, "Change it when")).toBeTruthy()
  })

  it.each(options)("states the default of %s", (option) => {
    const value = valueAt(option, parseOptions())
    const stated = lineOf(option, "Default")
    if (option === "clock") {
      expect(stated).toBe("the server's time")
      return
    }
    expect(stated).toBe(
      value === undefined ? "none" : `\`${JSON.stringify(value).replaceAll(",", ", ")}\``
    )
  })

  it.each(options)("has an example of %s that works and changes something", (option) => {
    const example = optionsIn(lineOf(option, "Example"))
    const value = valueAt(option, parseOptions(example))
    expect(value).not.toEqual(valueAt(option, parseOptions()))
  })

  it.each(options)("quotes the error for an invalid %s", (option) => {
    const line = lineOf(option, "Wrong")
    const message = /` says `([^`]+)`$/.exec(line)?.[1]
    expect(() => parseOptions(optionsIn(line))).toThrow(`medusa-config: ${message}`)
  })
})
