import { useId, useState } from "react"
import { useLoyaltyContext } from "../context"
import { useExpiryReminders } from "../data/use-expiry-reminders"
import { failureText } from "../lib/phrases"

/** Lets the customer choose whether to be reminded before points expire. Nothing for guests. */
export function ExpiryReminders() {
  const { texts, language } = useLoyaltyContext()
  const { isOn, isSaving, choose } = useExpiryReminders()
  const [failure, setFailure] = useState<unknown>(null)
  const hintId = useId()
  if (isOn === undefined) {
    return null
  }
  const change = async () => {
    if (isSaving) {
      return
    }
    setFailure(null)
    await choose(!isOn).catch(setFailure)
  }
  return (
    <section className="loyalty-card loyalty-reminders" lang={language}>
      <label className="loyalty-choice">
        <input
          type="checkbox"
          checked={isOn}
          aria-busy={isSaving}
          aria-describedby={hintId}
          onChange={() => void change()}
        />
        {texts.say("remindersChoice")}
      </label>
      <p id={hintId} className="loyalty-muted">
        {texts.say("remindersHint")}
      </p>
      {failure !== null && (
        <div className="loyalty-notice loyalty-notice-error" role="alert">
          <p className="loyalty-notice-text">{failureText(failure, texts)}</p>
        </div>
      )}
    </section>
  )
}
