import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { composeReminder, reminderOf } from "../../domain/reminders/message"
import type { Reminder } from "../../domain/reminders/message"
import { reminderLanguage } from "../../domain/reminders/texts"
import type { ValuingProgram } from "../../domain/reminders/worth"
import type { ClaimedReminder, RemindedPoints } from "../../modules/loyalty-points/reminders/types"
import { LoyaltyEvents } from "../../modules/loyalty-points/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { findLocale, type Recipient } from "./customers"
import { type Delivery, deliver } from "./notification"

/** What a run knows of the store when it begins. */
export type SendingContext = { container: MedusaContainer; programs: readonly ValuingProgram[] }

/** A message to somebody about points that are still there, soonest first. */
export type Message = {
  claimed: ClaimedReminder
  recipient: Recipient
  lots: [RemindedPoints, ...RemindedPoints[]]
}

/** The key under which Medusa sends a message once; a new one after each certain failure. */
export const deliveryKey = ({ id, attempts }: ClaimedReminder): string =>
  `loyalty-points-reminder:${id}:${attempts}`

/** Tells the bus that points will expire. */
export async function announceReminder(
  { container, programs }: SendingContext,
  { claimed, recipient, lots }: Message
): Promise<void> {
  const now = resolveLoyaltyPoints(container).now()
  const facts = factsOf(reminderOf(lots, recipient.first_name, programs, now))
  await container.resolve(Modules.EVENT_BUS).emit({
    name: LoyaltyEvents.POINTS_EXPIRING,
    data: {
      id: claimed.account_id,
      customer_id: claimed.customer_id,
      reminder_id: claimed.id,
      ...facts,
    },
  })
}

/** Sends a message through Medusa's Notification module. */
export async function sendReminder(
  { container, programs }: SendingContext,
  { claimed, recipient, lots }: Message,
  channel: string
): Promise<Delivery> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const { reminders, timeZone } = loyaltyPoints.options
  const spoken = await findLocale(container, claimed.customer_id)
  const locale = spoken && reminderLanguage(spoken) ? spoken : reminders.locale
  const reminder = reminderOf(lots, recipient.first_name, programs, loyaltyPoints.now())
  return deliver(container, {
    to: recipient.email,
    channel,
    template: reminders.template,
    content: composeReminder(reminder, { locale, timeZone }),
    data: {
      customer_id: recipient.id,
      first_name: recipient.first_name,
      last_name: recipient.last_name,
      ...factsOf(reminder),
      locale: spoken ?? reminders.locale,
    },
    trigger_type: LoyaltyEvents.POINTS_EXPIRING,
    resource_type: "loyalty_account",
    resource_id: claimed.account_id,
    receiver_id: recipient.id,
    idempotency_key: deliveryKey(claimed),
  })
}

/** A reminder's numbers as events and notifications carry them: money as a number, times as text. */
function factsOf({ points, worth, expiring, days }: Reminder) {
  return {
    points,
    value: worth ? Number(worth.amount) : null,
    currency_code: worth?.currency.code ?? null,
    expires_at: expiring[0].expires_at.toISOString(),
    days,
    expiring: expiring.map((lot) => ({ ...lot, expires_at: lot.expires_at.toISOString() })),
  }
}
