import os from "node:os"
import path from "node:path"

const NAME = "medusa-plugin-loyalty-points"

/** A folder in the user's cache, for what is slow to make but can be made again at any time. */
export function cacheFolder(purpose: string, env: NodeJS.ProcessEnv = process.env): string {
  return path.join(userCache(env), NAME, purpose)
}

function userCache(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CACHE_HOME) {
    return env.XDG_CACHE_HOME
  }
  switch (process.platform) {
    case "win32":
      return env.LOCALAPPDATA ?? path.join(os.homedir(), "AppData/Local")
    case "darwin":
      return path.join(os.homedir(), "Library/Caches")
    default:
      return path.join(os.homedir(), ".cache")
  }
}
