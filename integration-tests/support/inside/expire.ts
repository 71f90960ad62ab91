import { once } from "node:events"
import { expireInChunks } from "../../../src/workflows/expiry/expire-in-chunks"
import { dataSourceOnUrl } from "../../../src/modules/loyalty-points/database/data-source"
import { ExpiryStore } from "../../../src/modules/loyalty-points/expiry/expiry-store"

/**
 * A process that does what the plugin's job does, on the database of the first argument as of the
 * moment of the second. It says a line of JSON when it is ready, waits to be told to start, and says
 * one for each chunk and one for the end.
 */
export type Line =
  | { is: "ready" }
  | { is: "chunk"; accounts: number }
  | { is: "done"; accounts: number; points: number; failed: number; refusedChunks: number }

const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function main(clientUrl: string, now: Date): Promise<void> {
  const dataSource = await dataSourceOnUrl({ clientUrl }, 1).initialize()
  const store = new ExpiryStore(dataSource, () => now)
  let refusedChunks = 0
  process.stdin.on("end", () => process.exit())
  say({ is: "ready" })
  await once(process.stdin, "data")
  const report = await expireInChunks(
    {
      expireDue: (request) =>
        store.expireDue(request).catch((error: unknown) => {
          refusedChunks += 1
          throw error
        }),
      firstDue: (after) => store.firstDue(after),
    },
    {
      expired: async (_, { accounts }) => void say({ is: "chunk", accounts }),
      failed: (accountId, error) => process.stderr.write(`${accountId}: ${String(error)}\n`),
    }
  )
  say({ is: "done", ...report, refusedChunks })
  await dataSource.destroy()
  process.exit()
}

const [, , url, now] = process.argv
void main(String(url), new Date(String(now)))
