import { defineCapability } from "../capability"
import { LoyaltyRemindedLot } from "./reminded-lot.entity"
import { ReminderStore } from "./reminder-store"

/** Reminders of expiring points. */
export const reminders = defineCapability({
  key: "reminders",
  create: ({ dataSource, now }) => new ReminderStore(dataSource, now),
  entities: [LoyaltyRemindedLot],
})
