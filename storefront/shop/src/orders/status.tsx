import { useTexts } from "../i18n/language"
import { texts } from "../i18n/messages"

const STATUSES = texts({
  en: {
    pending: "In progress",
    completed: "Completed",
    canceled: "Cancelled",
    archived: "Archived",
    requires_action: "Waiting for you",
  },
  pl: {
    pending: "W realizacji",
    completed: "Zrealizowane",
    canceled: "Anulowane",
    archived: "W archiwum",
    requires_action: "Czeka na Ciebie",
  },
})

const KNOWN = ["pending", "completed", "canceled", "archived", "requires_action"] as const

/** An order's status; unknown ones are shown unchanged. */
export function OrderStatus({ status }: { status: string }) {
  const text = useTexts(STATUSES)
  const known = KNOWN.find((name) => name === status)
  return <span className={`status status-${status}`}>{known ? text(known) : status}</span>
}
