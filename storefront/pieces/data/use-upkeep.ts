import { useEffect } from "react"
import type { Resources } from "../lib/resources"
import { isKeyOf } from "./keys"

/** How often, at most, coming back to the page loads anew, in milliseconds. */
const PAUSE = 5_000

/** Loads anew when the shopper comes back to the page or online, and forgets former customers. */
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
