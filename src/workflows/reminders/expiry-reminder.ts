import type { MedusaContainer } from "@medusajs/framework/types"

import { composeReminder, reminderOf } from "../../domain/reminders/message"
import type { Reminder } from "../../domain/reminders/message"
import type { ValuingProgram } from "../../domain/reminders/worth"
import { POINTS_WALLET } from "../../domain/wallets/words"
import { LoyaltyEvents } from "../../modules/loyalty-points/events"
import { REMINDER_KIND } from "../../modules/loyalty-points/reminders/types"
import { defineMessage } from "../messages/message-kind"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { currencyOf } from "../shared/money"

/** The reminder of expiring points, counted when the message is sent. */
export const expiryReminder = defineMessage<Reminder>({
  key: REMINDER_KIND,
  about: "expiring points",
  pace: "daily",
  honoursOptOut: true,
  event: { name: LoyaltyEvents.POINTS_EXPIRING, subject: "reminder_id" },
  settings: ({ reminders }) => reminders,
  open: async (container) => {
    const programs = await valuingPrograms(container)
    const loyaltyPoints = resolveLoyaltyPoints(container)
    return async (message, { first_name }) => {
      const [first, ...rest] = await loyaltyPoints.reminders.pointsOf(message)
      if (!first) {
        return null
      }
      const wallet = loyaltyPoints.wallets.of(first)
      const valuing = wallet.code === POINTS_WALLET ? programs : []
      const about = { name: first_name, wallet, programs: valuing }
      return reminderOf([first, ...rest], about, loyaltyPoints.now())
    }
  },
  facts: factsOf,
  compose: composeReminder,
})

/** The enabled programs, oldest first. */
async function valuingPrograms(container: MedusaContainer): Promise<ValuingProgram[]> {
  const programs = await resolveLoyaltyPoints(container).listLoyaltyPrograms(
    { is_enabled: true },
    { order: { created_at: "ASC" } }
  )
  return programs.map(({ id, point_value, currency_code }) => ({
    id,
    point_value,
    currency: currencyOf(currency_code),
  }))
}

/** A reminder's figures for events and notifications: money as a number, times as text. */
function factsOf({ wallet, points, worth, expiring, days }: Reminder) {
  return {
    wallet: wallet.code,
    points,
    value: worth ? Number(worth.amount) : null,
    currency_code: worth?.currency.code ?? null,
    expires_at: expiring[0].expires_at.toISOString(),
    days,
    expiring: expiring.map((lot) => ({ ...lot, expires_at: lot.expires_at.toISOString() })),
  }
}
