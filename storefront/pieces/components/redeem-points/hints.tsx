import { useLoyaltyContext } from "../../context"
import { digitsOf } from "../../../../src/domain/shared/currency-digits"
import { exact, smallestCoin } from "../../lib/exact"
import { fewestUsefulPoints, isLimitedByRules } from "../../lib/preview"
import type { Voice } from "../../lib/phrases"
import type { LoyaltyProgram, LoyaltyQuote } from "../../types"
import type { Draft } from "./use-draft"

interface HintsProps {
  id: string
  quote: LoyaltyQuote
  program: LoyaltyProgram
  draft: Draft
}

/** What limits the chosen number of points. */
export function Hints({ id, ...facts }: HintsProps) {
  const { texts, formats } = useLoyaltyContext()
  return (
    <p id={id} className="loyalty-hint" aria-live="polite">
      {hintOf(facts, { texts, formats })}
    </p>
  )
}

function hintOf(facts: Omit<HintsProps, "id">, { texts, formats }: Voice): string | null {
  const { quote, program, draft } = facts
  const code = quote.currency_code
  const fewest = fewestUsefulPoints(program, code)
  if (draft.isTooMuch) {
    return texts.say("redeemOnlyHave", { points: texts.count("pointsNeeded", quote.available) })
  }
  if (draft.points < fewest) {
    return texts.say("redeemTooFew", {
      points: texts.count("pointsNeeded", fewest),
      money: formats.money(smallestCoin(digitsOf(code)), code),
    })
  }
  if (isLimitedByRules(quote, program)) {
    return texts.say("redeemAtMost", {
      points: texts.count("pointsNeeded", quote.max_points),
      money: formats.money(exact(quote.max_discount), code),
    })
  }
  return null
}
