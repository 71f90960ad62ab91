import { useId, useRef } from "react"
import { useLoyaltyContext } from "../../context"
import { fewestUsefulPoints, type Preview, previewOf } from "../../lib/preview"
import type { LoyaltyProgram, LoyaltyQuote } from "../../types"
import { Button } from "../parts/button"
import { Have } from "./figures"
import { Hints } from "./hints"
import { PointsField } from "./points-field"
import { PointsSlider } from "./points-slider"
import { Summary } from "./summary"
import { type Draft, useDraft } from "./use-draft"
import type { Redeem } from "./use-redeem"

interface PointsFormProps {
  quote: LoyaltyQuote
  program: LoyaltyProgram
  redeem: Redeem
}

/** Lets the shopper choose how many points to use and shows the effect at once. */
export function PointsForm({ quote, program, redeem }: PointsFormProps) {
  const draft = useDraft(quote)
  const hintId = useId()
  const { cartTotal } = redeem
  const preview = previewOf({ quote, program, cartTotal, points: draft.points })
  const control = { quote, draft: dismissing(draft, redeem), describedBy: hintId }
  const actions = useActions({ quote, program, redeem, draft, preview })
  return (
    <>
      <Have points={quote.available} program={program} />
      <PointsSlider {...control} preview={preview} />
      <div className="loyalty-controls">
        <PointsField {...control} onEnter={actions.apply} />
        <Button look="quiet" onPress={() => control.draft.choose(quote.max_points)}>
          <UseAll />
        </Button>
      </div>
      <Hints id={hintId} quote={quote} program={program} draft={draft} />
      <Summary preview={preview} quote={quote} isOutdated={redeem.isOutdated} />
      <Actions {...actions} quote={quote} redeem={redeem} />
    </>
  )
}

function UseAll() {
  return useLoyaltyContext().texts.say("redeemUseAll")
}

/** A draft whose changes clear the notice about the previous action. */
function dismissing(draft: Draft, { dismiss }: Redeem): Draft {
  return {
    ...draft,
    choose(points) {
      dismiss()
      draft.choose(points)
    },
    type(text) {
      dismiss()
      draft.type(text)
    },
  }
}

interface ActionsInput extends PointsFormProps {
  draft: Draft
  preview: Preview
}

function useActions({ quote, program, redeem, draft, preview }: ActionsInput) {
  const isApplied = quote.points_applied > 0
  const isUnchanged = isApplied && preview.pointsTaken === quote.points_applied
  const isTooFew = draft.points < fewestUsefulPoints(program, quote.currency_code)
  const canApply = !isUnchanged && !isTooFew && !redeem.isOutdated
  return {
    isApplied,
    isUnchanged,
    canApply,
    apply() {
      if (canApply) {
        // "As many as the rules allow" grows with the cart; a number of points does not.
        redeem.apply(draft.points === quote.max_points ? undefined : draft.points)
      }
    },
    remove() {
      draft.reset()
      redeem.remove()
    },
  }
}

type ActionsProps = ReturnType<typeof useActions> & Pick<PointsFormProps, "quote" | "redeem">

function Actions({ isApplied, isUnchanged, canApply, apply, remove, redeem }: ActionsProps) {
  const { texts } = useLoyaltyContext()
  const applyButton = useRef<HTMLButtonElement>(null)
  const changeLabel = isUnchanged ? "redeemInUse" : "redeemUpdate"
  return (
    <p className="loyalty-actions">
      <Button
        look={isUnchanged ? "done" : "primary"}
        buttonRef={applyButton}
        onPress={apply}
        isOff={!canApply}
        isBusy={redeem.isBusy}
      >
        {texts.say(isApplied ? changeLabel : "redeemApply")}
      </Button>
      {isApplied && (
        <Button
          onPress={() => {
            // This button disappears with the points, so the focus moves to the one beside it.
            applyButton.current?.focus()
            remove()
          }}
          isBusy={redeem.isBusy}
        >
          {texts.say("redeemRemove")}
        </Button>
      )}
    </p>
  )
}
