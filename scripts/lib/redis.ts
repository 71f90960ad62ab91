import { accessSync, constants } from "node:fs"
import path from "node:path"
import { Problem } from "./problem"

/** Where Redis comes from: one that is already running, or a program to start. */
export type RedisSource = { url: string } | { program: string }

const PROGRAMS = ["redis-server", "valkey-server"]

const HOW_TO_GET_REDIS =
  "install redis-server or valkey-server (apt install redis-server, brew install valkey), or set REDIS_URL to a Redis for tests"

/** The Redis that `REDIS_URL` names, otherwise a server program on the PATH. */
export function findRedis(env: NodeJS.ProcessEnv = process.env): RedisSource | undefined {
  if (env.REDIS_URL) {
    return { url: env.REDIS_URL }
  }
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean)
  const program = PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(
    isProgram
  )
  return program === undefined ? undefined : { program }
}

/**
 * The address of a Redis, or the program that starts one.
 *
 * @throws Problem that says how to get one
 */
export function requireRedis(): string {
  const redis = findRedis()
  if (!redis) {
    throw new Problem(`There is no Redis: ${HOW_TO_GET_REDIS}.`)
  }
  return "url" in redis ? redis.url : redis.program
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
