import { useId } from "react"
import { useLoyaltyContext } from "../../context"
import { useLoyaltyProgram } from "../../data/use-program"
import type { LoyaltyProgram, LoyaltyQuote } from "../../types"
import { Star } from "../parts/star"
import { LoadError, Loading } from "../parts/states"
import { GuestInvite } from "./guest-invite"
import { NoticeArea } from "./notice-area"
import { PointsForm } from "./points-form"
import type { RedeemPointsProps } from "./props"
import { type Redeem, useRedeem } from "./use-redeem"
import { WhyNot } from "./why-not"

/**
 * Pays with points at checkout: how many there are and what they are worth, how many to use, the new
 * total, and why points cannot be used. Guests see what they would earn.
 *
 * @example
 * <RedeemPoints
 *   cartId={cart.id}
 *   currencyCode={cart.currency_code}
 *   cartTotal={cart.total}
 *   onCartChange={setCart}
 *   loginHref="/login"
 *   registerHref="/register"
 * />
 */
export function RedeemPoints(props: RedeemPointsProps) {
  const { texts, language } = useLoyaltyContext()
  const titleId = useId()
  const redeem = useRedeem(props)
  return (
    <section
      className="loyalty-card loyalty-redeem"
      lang={language}
      aria-labelledby={titleId}
      aria-busy={redeem.isBusy || redeem.isOutdated}
    >
      <h2 className="loyalty-title" id={titleId}>
        <Star />
        {texts.say("redeemTitle")}
      </h2>
      <Content {...props} redeem={redeem} />
      <NoticeArea notice={redeem.notice} loginHref={props.loginHref} />
    </section>
  )
}

type ContentProps = RedeemPointsProps & { redeem: Redeem }

function Content(props: ContentProps) {
  const { redeem, currencyCode } = props
  const { customerId } = useLoyaltyContext()
  const { program, isLoading, error } = useLoyaltyProgram(currencyCode)
  const { quote } = redeem
  const failure = redeem.error ?? error
  if (quote && !isLoading && (program || !error)) {
    return customerId === null ? (
      <GuestInvite {...props} quote={quote} program={program} />
    ) : (
      <MemberContent {...props} quote={quote} program={program} />
    )
  }
  return failure ? <LoadError error={failure} onRetry={redeem.reload} /> : <Loading lines={4} />
}

type MemberProps = ContentProps & { quote: LoyaltyQuote; program: LoyaltyProgram | undefined }

function MemberContent({ quote, program, redeem }: MemberProps) {
  if (quote.eligible && program) {
    return <PointsForm quote={quote} program={program} redeem={redeem} />
  }
  return <WhyNot quote={quote} program={program} redeem={redeem} />
}
