/** What the backend says in English, by the texts that the dashboard has for it. */
const KNOWN: [RegExp, string][] = [
  [/is being edited/, "beingEdited"],
  [/you can use at most/, "tooMany"],
  [/not a draft any more/, "notDraft"],
]

/** The key of an error's text; undefined for what has to be told as it came. */
export function errorKey(message: string): string | undefined {
  return KNOWN.find(([pattern]) => pattern.test(message))?.[1]
}
