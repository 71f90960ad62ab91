import type { Period } from "../../../domain/statistics/period"
import { defineCapability } from "../capability"
import { LiabilityStore } from "./liability-store"
import { StatisticsStore } from "./statistics-store"

/** What reports are made of. */
export const statistics = defineCapability({
  key: "statistics",
  create: ({ dataSource, now, options }) => {
    const figures = new StatisticsStore(dataSource, now)
    const liability = new LiabilityStore(dataSource, now)
    return {
      /** Movements of a period and totals at its end. */
      figures: (period: Period, at?: Date) => figures.read(period, at),
      /** What is owed in points, by currency and month of expiry. */
      liability: (period: Period, timeZone = options.timeZone, at?: Date) =>
        liability.read(period, timeZone, at),
    }
  },
})
