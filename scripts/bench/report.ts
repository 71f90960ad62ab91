import { readFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { ROOT } from "../lib/files"
import { withClient } from "../lib/postgres/connection"
import type { LedgerSize } from "./ledger-data"
import { type Goal, isReached, type Result, type Spread } from "./result"

/** The machine, the versions and the size of the ledger. */
export async function head(url: string, size: LedgerSize): Promise<string> {
  const settings = await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
         current_setting('synchronous_commit') AS synchronous_commit`
    )
    return rows[0] as Record<string, string>
  })
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return [
    `Machine     ${cpus[0]?.model.trim() ?? "unknown"}, ${cpus.length} cores, ${memory} GB, ${os.type()} ${os.release()}`, // prettier-ignore
    `Versions    Node ${process.versions.node}, Medusa ${versionOf("@medusajs/medusa")}, TypeORM ${versionOf("typeorm")}, PostgreSQL ${settings.version}`,
    `PostgreSQL  fsync ${settings.fsync}, synchronous_commit ${settings.synchronous_commit}`,
    `Ledger      ${count(size.accounts)} accounts with ${size.transactionsPerAccount} transactions each`, // prettier-ignore
  ].join("\n")
}

function versionOf(name: string): string {
  const file = path.join(ROOT, "node_modules", name, "package.json")
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version
}

/** A line for each result. */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.name,
    spread(result.ours, result.unit),
    result.other ? spread(result.other, result.unit) : "",
    result.ratio ? spread(result.ratio, "") : "",
    goalOf(result.goal),
    { true: "reached", false: "missed", undefined: "" }[String(isReached(result))] ?? "",
  ])
  const lines = [["", "ours (min – max)", "other", "ratio", "goal", ""], ...rows]
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0))
  )
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n")
}

/** Machine-readable results, medians only. */
export function toJson(results: readonly Result[]) {
  return Object.fromEntries(
    results.map((result) => [
      result.name,
      {
        ratio: result.ratio?.median ?? null,
        ours: result.ours.median,
        other: result.other?.median ?? null,
        unit: result.unit,
        runs: result.runs,
        goal: result.goal ? goalOf(result.goal) : null,
        reached: isReached(result) ?? null,
      },
    ])
  )
}

/** A number for people: three significant digits. */
export const figure = (value: number): string =>
  value >= 1000 ? count(Math.round(value)) : Number(value.toPrecision(3)).toString()

const count = (value: number): string => value.toLocaleString("en-US")

const spread = ({ median, min, max }: Spread, unit: string): string =>
  `${figure(median)} ${unit} (${figure(min)} – ${figure(max)})`.replace("  ", " ")

function goalOf(goal: Goal | undefined): string {
  if (!goal) {
    return ""
  }
  return "atLeast" in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`
}
