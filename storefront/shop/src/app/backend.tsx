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

/** Finds out where the backend is, and keeps its client. */
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
 * The shopper is identified by a token rather than a session cookie: cookies ignore ports, so logging
 * in here would log the merchant out of a dashboard on the same host.
 */
function connect(config: ShopConfig): Medusa {
  return new Medusa({
    baseUrl: config.backend_url,
    publishableKey: config.publishable_key,
    auth: { type: "jwt", jwtTokenStorageMethod: "local", jwtTokenStorageKey: "shop.token" },
    logger: silent,
  })
}

/** The shop shows errors to shoppers, so the console need not. */
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} }
