import { useSearchParams } from "react-router-dom"
import { type Period, PERIODS, readPeriod } from "./period"

/** The chosen period, kept in the page's address. */
export function usePeriod(): [Period, (period: Period) => void] {
  const [params, setParams] = useSearchParams()
  const choose = (period: Period) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current)
        if (period === PERIODS[0]) {
          changed.delete("period")
        } else {
          changed.set("period", period)
        }
        return changed
      },
      { preventScrollReset: true }
    )
  return [readPeriod(params.get("period")), choose]
}
