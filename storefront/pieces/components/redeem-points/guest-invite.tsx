import { useLoyaltyContext } from "../../context"
import { digitsOf } from "../../../../src/domain/shared/currency-digits"
import { discountFor } from "../../lib/points"
import type { LoyaltyProgram, LoyaltyQuote } from "../../types"

interface GuestInviteProps {
  quote: LoyaltyQuote
  program: LoyaltyProgram | undefined
  loginHref?: string
  registerHref?: string
}

/** Shows a guest what the order would earn them and how to get it. */
export function GuestInvite({ quote, program, loginHref, registerHref }: GuestInviteProps) {
  const { texts } = useLoyaltyContext()
  return (
    <>
      {program && quote.points_to_earn > 0 && (
        <GuestEarnings points={quote.points_to_earn} program={program} />
      )}
      <p>{texts.say("guestInvite")}</p>
      <p className="loyalty-actions">
        {registerHref && (
          <a className="loyalty-button loyalty-button-primary" href={registerHref}>
            {texts.say("guestRegister")}
          </a>
        )}
        {loginHref && (
          <a className="loyalty-button loyalty-button-secondary" href={loginHref}>
            {texts.say("guestLogIn")}
          </a>
        )}
      </p>
    </>
  )
}

function GuestEarnings({ points, program }: { points: number; program: LoyaltyProgram }) {
  const { texts, formats } = useLoyaltyContext()
  const code = program.currency_code
  const worth = discountFor(points, program.point_value, digitsOf(code))
  return (
    <p className="loyalty-lead">
      {texts.count("earnGuest", points, { money: formats.money(worth, code) })}
    </p>
  )
}
