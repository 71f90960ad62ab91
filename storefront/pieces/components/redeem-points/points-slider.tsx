import { type CSSProperties, useId } from "react"
import { useLoyaltyContext } from "../../context"
import type { Preview } from "../../lib/preview"
import { snapped, stepFor } from "../../lib/steps"
import type { LoyaltyQuote } from "../../types"
import type { Draft } from "./use-draft"

interface PointsSliderProps {
  quote: LoyaltyQuote
  draft: Draft
  preview: Preview
  describedBy: string
}

const KEY_DIRECTIONS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
}

/** Selects points in round steps, by pointer or keyboard. */
export function PointsSlider({ quote, draft, preview, describedBy }: PointsSliderProps) {
  const { texts, formats } = useLoyaltyContext()
  const id = useId()
  const most = quote.max_points
  const points = Math.min(draft.points, most)
  return (
    <div className="loyalty-slider">
      <label htmlFor={id}>{texts.say("redeemSlider")}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        value={points}
        aria-describedby={describedBy}
        aria-valuetext={texts.say("redeemSliderValue", {
          points: texts.count("points", points),
          money: formats.money(preview.discount, quote.currency_code),
        })}
        style={filledTo(points, most)}
        onChange={(event) => draft.choose(snapped(Number(event.target.value), most))}
        onKeyDown={(event) => {
          const direction = KEY_DIRECTIONS[event.key]
          if (direction) {
            event.preventDefault()
            draft.choose(Math.min(points + direction * stepFor(most), most))
          }
        }}
      />
    </div>
  )
}

/** How far the track is filled, for the style sheet. */
function filledTo(points: number, most: number): CSSProperties & Record<"--loyalty-fill", string> {
  return { "--loyalty-fill": `${most > 0 ? (points / most) * 100 : 0}%` }
}
