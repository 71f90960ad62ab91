import en from "../en"
import pl from "../pl"

type Texts = { [key: string]: string | Texts }

const PLURAL = /_(one|few|many|other)$/

/** All texts by their dotted path: `account.adjust.title`. */
function flatten(texts: Texts, prefix = ""): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]) => {
    const path = prefix + key
    return typeof value === "string"
      ? [[path, value] as const]
      : [...flatten(value, `${path}.`).entries()]
  })
  return new Map(entries)
}

const languages = { en: flatten(en), pl: flatten(pl) }
const keysOf = (texts: Map<string, string>) =>
  [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, "")))].sort()
const variablesOf = (text: string) =>
  [...new Set([...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name))].sort()

describe("the texts of the admin", () => {
  it("are the same in English and Polish", () => {
    expect(keysOf(languages.pl)).toEqual(keysOf(languages.en))
  })

  it.each(["en", "pl"] as const)("have every plural form of %s", (language) => {
    const texts = languages[language]
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const plurals = [...texts.keys()].filter((key) => PLURAL.test(key))
    const missing = plurals
      .map((key) => key.replace(PLURAL, ""))
      .flatMap((key) => forms.map((form) => `${key}_${form}`))
      .filter((key) => !texts.has(key))
    expect(missing).toEqual([])
  })

  it("are not empty and have the same variables in both languages", () => {
    for (const [key, text] of languages.pl) {
      expect(text.trim()).not.toBe("")
      const english = languages.en.get(key) ?? languages.en.get(key.replace(PLURAL, "_other"))
      expect([key, variablesOf(text)]).toEqual([key, variablesOf(english ?? "")])
    }
  })
})
