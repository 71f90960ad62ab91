import { setTimeout as sleep } from "node:timers/promises"
import { Child } from "../../../scripts/lib/children"
import { tail } from "../../../scripts/lib/files"
import { freePort } from "../../../scripts/lib/ports"
import { SHOP_ENVIRONMENT } from "./run"
import { nextOf } from "./shop"

/** A shop that answers requests. */
export interface RunningShop {
  url: string
  stop(): Promise<unknown>
}

/** Starts a built shop for a store and waits until it answers. */
export async function serveShop(
  folder: string,
  store: { url: string; publishableKey: string },
  logFile: string
): Promise<RunningShop> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const shop = await Child.start(
    process.execPath,
    [nextOf(folder), "start", "--port", String(port)],
    {
      cwd: folder,
      env: {
        ...SHOP_ENVIRONMENT,
        MEDUSA_BACKEND_URL: store.url,
        MEDUSA_PUBLISHABLE_KEY: store.publishableKey,
      },
      logFile,
    }
  )
  while (shop.isRunning) {
    if (await answers(url)) {
      return { url, stop: () => shop.stop() }
    }
    await sleep(100)
  }
  throw new Error(`The shop does not start:\n${tail(logFile, 30)}`)
}

/** Any answer will do: the shop of the quick start has no front page. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url)
    return true
  } catch {
    return false
  }
}
