import { useEffect } from "react"
import type { Resources } from "../lib/resources"
import { isKeyOf } from "./keys"

/** The minimum time between reloads on returning to the page, in milliseconds. */
const PAUSE = 5_000

/** Reloads when the shopper returns to the page or comes online, and discards former customers' data. */
export function useUpkeep(resources: Resources, customerId: string | null): void {
  useEffect(() => {
    resources.forget((key) => !isKeyOf(key, customerId))
  }, [resources, customerId])

  useEffect(() => {
    let lastTime = Date.now()
    const comeBack = () => {
      if (document.visibilityState === "visible" && Date.now() - lastTime > PAUSE) {
        lastTime = Date.now()
        void resources.reloadAll(() => true)
      }
    }
    const events = ["focus", "online"] as const
    events.forEach((event) => window.addEventListener(event, comeBack))
    document.addEventListener("visibilitychange", comeBack)
    return () => {
      events.forEach((event) => window.removeEventListener(event, comeBack))
      document.removeEventListener("visibilitychange", comeBack)
    }
  }, [resources])
}
