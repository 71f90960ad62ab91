import { useLoyaltyContext } from "../../context"
import { digitsOf } from "../../../../src/domain/shared/currency-digits"
import { discountFor } from "../../lib/points"
import type { LoyaltyProgram } from "../../types"

/** How many points there are and what they are worth. */
export function Have({ points, program }: { points: number; program: LoyaltyProgram }) {
  const { texts, formats } = useLoyaltyContext()
  const code = program.currency_code
  const worth = discountFor(points, program.point_value, digitsOf(code))
  return (
    <p className="loyalty-lead">
      {texts.say("redeemHave", {
        points: texts.count("points", points),
        money: formats.money(worth, code),
      })}
    </p>
  )
}

/** What the order earns; nothing if it earns nothing or is not known. */
export function Earnings({ points }: { points: number | null }) {
  const { texts } = useLoyaltyContext()
  if (!points) {
    return null
  }
  return <p className="loyalty-muted">{texts.count("earnOrder", points)}</p>
}
