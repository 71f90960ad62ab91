import en from "../../i18n/en"
import pl from "../../i18n/pl"
import { definitionOf, FIELD_NAMES, GROUPS } from "../fields"

const languages = { en: en.program, pl: pl.program }

type FieldTexts = {
  label?: string
  help?: string
  placeholder?: string
  options?: Record<string, string>
}

describe.each(["en", "pl"] as const)("in %s", (language) => {
  const texts = languages[language]
  const fields: Record<string, FieldTexts> = texts.fields

  it("every field has a label and a help text", () => {
    const incomplete = FIELD_NAMES.filter((name) => !fields[name]?.label || !fields[name].help)
    expect(incomplete).toEqual([])
  })

  it("every field that can be empty says what that means", () => {
    const values: Record<string, string> = texts.values
    for (const name of FIELD_NAMES) {
      const definition = definitionOf(name)
      if ("empty" in definition && definition.empty) {
        expect([name, fields[name]?.placeholder]).toEqual([name, expect.any(String)])
        expect([name, values[definition.empty]]).toEqual([name, expect.any(String)])
      }
    }
  })

  it("every choice has a text for each option", () => {
    for (const name of FIELD_NAMES) {
      const definition = definitionOf(name)
      const options = definition.kind === "choice" ? definition.options : []
      expect([name, Object.keys(fields[name]?.options ?? {}).sort()]).toEqual([
        name,
        [...options].sort(),
      ])
    }
  })

  it("every section has a title", () => {
    const groups: Record<string, { title?: string }> = texts.groups
    expect(GROUPS.filter((group) => !groups[group]?.title)).toEqual([])
  })
})
