import { useState } from "react"
import type { LoyaltyQuote } from "../../types"

export interface Draft {
  /** How many points the shopper is about to use. */
  points: number
  /** The text in the number field while it is being typed. */
  text: string
  /** More than the balance was typed. */
  isTooMuch: boolean
  /** Sets the points, whole and between 0 and the balance. */
  choose(points: number): void
  type(text: string): void
  /** Ends typing: the field shows the number that applies. */
  finishTyping(): void
  /** Follows the quote again. */
  reset(): void
}

/**
 * The points chosen but not applied yet. Until the shopper chooses, those already applied, or else as
 * many as the rules allow. Once other points are applied, the choice is reset.
 */
export function useDraft(quote: LoyaltyQuote): Draft {
  const [chosen, setChosen] = useState<number | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [basis, setBasis] = useState(quote)
  const isAnswered =
    basis.points_requested !== quote.points_requested ||
    basis.points_applied !== quote.points_applied
  if (isAnswered) {
    setBasis(quote)
    setChosen(null)
    setTyped(null)
  }
  const within = (points: number) => Math.min(Math.max(Math.trunc(points), 0), quote.available)
  const points = within(chosen ?? (quote.points_applied || quote.max_points))
  return {
    points,
    text: typed ?? String(points),
    isTooMuch: Number(typed) > quote.available,
    choose(next) {
      setChosen(within(next))
      setTyped(null)
    },
    type(text) {
      setTyped(text)
      setChosen(within(Number(text) || 0))
    },
    finishTyping: () => setTyped(null),
    reset() {
      setChosen(null)
      setTyped(null)
    },
  }
}
