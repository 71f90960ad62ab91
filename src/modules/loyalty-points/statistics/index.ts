import { defineCapability } from "../capability"
import { LiabilityStore } from "./liability-store"
import { StatisticsStore } from "./statistics-store"
import type { PeriodOfWallet } from "./wallet-filter"

/** The figures for reports. */
export const statistics = defineCapability({
  key: "statistics",
  create: ({ dataSource, now, options }) => {
    const figures = new StatisticsStore(dataSource, now)
    const liability = new LiabilityStore(dataSource, now)
    return {
      /** Movements of a period and totals at its end, of one wallet. */
      figures: (asked: PeriodOfWallet, at?: Date) => figures.read(asked, at),
      /** Points owed in one wallet, by currency and month of expiry. */
      liability: (asked: PeriodOfWallet, timeZone = options.timeZone, at?: Date) =>
        liability.read(asked, timeZone, at),
    }
  },
})
