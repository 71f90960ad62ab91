/** The backend's English messages for which the dashboard has its own texts. */
const KNOWN: [RegExp, string][] = [
  [/is being edited/, "beingEdited"],
  [/you can use at most/, "tooMany"],
  [/not a draft any more/, "notDraft"],
]

/** The key of an error's text; undefined for errors to show unchanged. */
export function errorKey(message: string): string | undefined {
  return KNOWN.find(([pattern]) => pattern.test(message))?.[1]
}
