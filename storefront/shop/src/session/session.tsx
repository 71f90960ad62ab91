import type { HttpTypes } from "@medusajs/types"
import { createContext, useContext, useMemo, type ReactNode } from "react"
import useSWR from "swr"
import { useBackend } from "../app/backend"
import { currentCustomer, logIn, register, type LogIn, type Registration } from "./authenticate"
import { takeOverCart } from "../cart/take-over"

interface Session {
  /** The shopper; null for a guest, undefined until known. */
  customer: HttpTypes.StoreCustomer | null | undefined
  logIn: (login: LogIn) => Promise<void>
  register: (registration: Registration) => Promise<void>
  logOut: () => Promise<void>
}

const SessionContext = createContext<Session | undefined>(undefined)

/** Provides the current shopper, and takes over a guest's cart when they log in. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { sdk } = useBackend()
  const { data, error, mutate } = useSWR("customer", () => currentCustomer(sdk))
  const customer = error ? null : data
  const session = useMemo(() => {
    const begin = async (customer: HttpTypes.StoreCustomer) => {
      await takeOverCart(sdk, customer.id)
      await mutate(customer, { revalidate: false })
    }
    return {
      customer,
      logIn: async (login: LogIn) => begin(await logIn(sdk, login)),
      register: async (registration: Registration) => begin(await register(sdk, registration)),
      logOut: async () => {
        await sdk.client.clearToken()
        await mutate(null, { revalidate: false })
      },
    }
  }, [customer, mutate, sdk])
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

/** The current shopper, and functions to log in and out. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) {
    throw new Error("useSession needs a SessionProvider above it.")
  }
  return session
}
