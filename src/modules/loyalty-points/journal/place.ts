/** A line's place in the journal of all accounts. Strings of digits, since they may exceed a number. */
export type JournalPlace = Readonly<{ position: string; account_no: string; version: string }>

/** Before every line. */
export const BEGINNING: JournalPlace = { position: "0", account_no: "0", version: "0" }

const CURSOR = /^(\d{1,18})-(\d{1,18})-(\d{1,18})$/

/** A place as a cursor for the API; opaque to clients. */
export function cursorOf({ position, account_no, version }: JournalPlace): string {
  return `${position}-${account_no}-${version}`
}

/** null if the text is not a cursor. */
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
