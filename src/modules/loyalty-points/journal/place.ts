/** A line's place in the journal of all accounts. Digits: they may exceed what a number holds. */
export type JournalPlace = Readonly<{ position: string; account_no: string; version: string }>

/** Before every line. */
export const BEGINNING: JournalPlace = { position: "0", account_no: "0", version: "0" }

const CURSOR = /^(\d{1,18})-(\d{1,18})-(\d{1,18})$/

/** The cursor of a place, as the API gives it: for clients an opaque text. */
export function cursorOf({ position, account_no, version }: JournalPlace): string {
  return `${position}-${account_no}-${version}`
}

/** null when the text is no cursor. */
export function placeOfCursor(cursor: string): JournalPlace | null {
  const [, position, account_no, version] = CURSOR.exec(cursor) ?? []
  return position && account_no && version ? { position, account_no, version } : null
}

/** The place of a line. */
export function placeAfter(row: {
  position: string | number
  account_no: string | number
  version: string | number
}): JournalPlace {
  return {
    position: String(row.position),
    account_no: String(row.account_no),
    version: String(row.version),
  }
}
