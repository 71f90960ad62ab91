import { Client } from "pg"

/** What a query was called with: a text, or an object that has one. */
type Asked = string | { text?: string } | undefined

const statements: string[] = []
let isRecording = false

/** Records what the store's process asks PostgreSQL, from the first `record` on. */
function record(): void {
  statements.length = 0
  if (isRecording) {
    return
  }
  isRecording = true
  const { query } = Client.prototype
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [asked] = args as [Asked]
    statements.push(typeof asked === "string" ? asked : (asked?.text ?? ""))
    return Reflect.apply(query, this, args) as never
  } as typeof query
}

/** Functions that report which statements a request takes. */
export const statementFunctions = {
  record,
  recorded: (): string[] => [...statements],
}
