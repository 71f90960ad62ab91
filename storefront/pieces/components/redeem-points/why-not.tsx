import { useLoyaltyContext } from "../../context"
import { reasonSentences } from "../../lib/reasons"
import type { LoyaltyProgram, LoyaltyQuote } from "../../types"
import { Button } from "../parts/button"
import { Earnings, Have } from "./figures"
import type { Redeem } from "./use-redeem"

interface WhyNotProps {
  quote: LoyaltyQuote
  program: LoyaltyProgram | undefined
  redeem: Redeem
}

/** Why points cannot be used on the cart, with figures and what would help. */
export function WhyNot({ quote, program, redeem }: WhyNotProps) {
  const isGuestCart = quote.reasons.some(({ code }) => code === "not_a_member")
  if (isGuestCart) {
    return <ClaimCart redeem={redeem} />
  }
  return (
    <>
      {program && quote.available > 0 && <Have points={quote.available} program={program} />}
      <Reasons quote={quote} program={program} />
      {quote.points_requested > 0 && <Waiting points={quote.points_requested} redeem={redeem} />}
      <Earnings points={quote.points_to_earn} />
    </>
  )
}

function Reasons({ quote, program }: Omit<WhyNotProps, "redeem">) {
  const { texts, formats } = useLoyaltyContext()
  const sentences = reasonSentences({ quote, program, voice: { texts, formats } })
  return (
    <ul className="loyalty-reasons">
      {sentences.map(({ code, text, progress }) => (
        <li key={code}>
          {text}
          {progress !== null && (
            <span className="loyalty-progress" aria-hidden="true">
              <span style={{ inlineSize: `${progress * 100}%` }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Requested points that are applied again when the cart qualifies. */
function Waiting({ points, redeem }: { points: number; redeem: Redeem }) {
  const { texts } = useLoyaltyContext()
  return (
    <div className="loyalty-waiting">
      <p>{texts.count("redeemWaiting", points)}</p>
      <Button onPress={redeem.remove} isBusy={redeem.isBusy}>
        {texts.say("redeemRemove")}
      </Button>
    </div>
  )
}

/** The customer logged in after starting the cart, and the shop left it as a guest's. */
function ClaimCart({ redeem }: { redeem: Redeem }) {
  const { texts } = useLoyaltyContext()
  return (
    <>
      <p>{texts.say("claimText")}</p>
      <p className="loyalty-actions">
        <Button look="primary" onPress={redeem.claim} isBusy={redeem.isBusy}>
          {texts.say("claimAction")}
        </Button>
      </p>
    </>
  )
}
