import { useId } from "react"
import { useLoyaltyContext } from "../../context"
import type { LoyaltyQuote } from "../../types"
import type { Draft } from "./use-draft"

interface PointsFieldProps {
  quote: LoyaltyQuote
  draft: Draft
  describedBy: string
  onEnter: () => void
}

/** Chooses an exact number of points. */
export function PointsField({ quote, draft, describedBy, onEnter }: PointsFieldProps) {
  const { texts } = useLoyaltyContext()
  const id = useId()
  return (
    <div className="loyalty-field">
      <label htmlFor={id}>{texts.say("redeemField")}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={0}
        max={quote.available}
        step={1}
        value={draft.text}
        aria-describedby={describedBy}
        aria-invalid={draft.isTooMuch}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.finishTyping}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            // The piece may be inside the shop's own form, which Enter must not submit.
            event.preventDefault()
            draft.finishTyping()
            onEnter()
          }
        }}
      />
    </div>
  )
}
