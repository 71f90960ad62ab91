import Medusa from "@medusajs/js-sdk"
import { createContext, useContext, type ReactNode } from "react"
import useSWRImmutable from "swr/immutable"
import { Loading, Trouble } from "../ui/states"
import type { ShopConfig } from "./shop-config"

interface Backend {
  sdk: Medusa
  config: ShopConfig
}

const BackendContext = createContext<Backend | undefined>(undefined)

/** Learns where the backend is, and keeps the client that speaks to it. */
export function BackendProvider({ children }: { children: ReactNode }) {
  const { data, error, mutate } = useSWRImmutable("/config.json", loadBackend)
  if (data) {
    return <BackendContext.Provider value={data}>{children}</BackendContext.Provider>
  }
  return (
    <main>{error ? <Trouble error={error} onRetry={() => void mutate()} /> : <Loading />}</main>
  )
}

/** The backend's client and the shop's settings. */
export function useBackend(): Backend {
  const backend = useContext(BackendContext)
  if (!backend) {
    throw new Error("useBackend needs a BackendProvider above it.")
  }
  return backend
}

async function loadBackend(path: string): Promise<Backend> {
  const answer = await fetch(path)
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`)
  }
  const config = (await answer.json()) as ShopConfig
  return { config, sdk: connect(config) }
}

/**
 * A token rather than a session's cookie tells who shops: cookies do not tell ports apart, so
 * logging in here would log the merchant out of a dashboard on the same host.
 */
function connect(config: ShopConfig): Medusa {
  return new Medusa({
    baseUrl: config.backend_url,
    publishableKey: config.publishable_key,
    auth: { type: "jwt", jwtTokenStorageMethod: "local", jwtTokenStorageKey: "shop.token" },
    logger: silent,
  })
}

/** The shop tells shoppers what went wrong; the console need not. */
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} }
