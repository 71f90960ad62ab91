import { existsSync, readFileSync } from "node:fs"
import type { Pool } from "pg"

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10

/** The positions of utime and stime after the program's name. */
const UTIME = 11
const STIME = 12

/** Why the server's processes cannot be seen; undefined when they can. */
export async function whyHidden(pool: Pool): Promise<string | undefined> {
  if (!existsSync("/proc/self/stat")) {
    return "only Linux reports what a process used"
  }
  const pids = await processes(pool)
  return pids.every((pid) => statOf(pid)?.name.startsWith("postgres"))
    ? undefined
    : "the database runs on another machine or in a container"
}

/** Milliseconds of CPU of each of the database's connections and of the server's own processes. */
export async function cpuMilliseconds(pool: Pool): Promise<Map<number, number>> {
  const pids = await processes(pool)
  return new Map(pids.map((pid) => [pid, (statOf(pid)?.ticks ?? 0) * TICK_MS]))
}

/** What was used between two readings; a process that ended in between (a vacuum, say) is left out. */
export function cpuBetween(before: Map<number, number>, after: Map<number, number>): number {
  const used = [...after].map(([pid, milliseconds]) => milliseconds - (before.get(pid) ?? 0))
  return used.reduce((sum, milliseconds) => sum + milliseconds, 0)
}

/** Bytes of write-ahead log of the server so far. */
export async function walBytes(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS bytes"
  )
  return Number(rows[0]?.bytes)
}

async function processes(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() OR datname IS NULL"
  )
  return rows.map(({ pid }) => pid)
}

function statOf(pid: number): { name: string; ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const end = stat.lastIndexOf(")")
    const fields = stat.slice(end + 2).split(" ")
    const ticks = Number(fields[UTIME]) + Number(fields[STIME])
    return { name: stat.slice(stat.indexOf("(") + 1, end), ticks }
  } catch {
    return undefined
  }
}
