import { useLoyaltyContext } from "../../context"
import { exact, minus, ZERO } from "../../lib/exact"
import type { Preview } from "../../lib/preview"
import type { LoyaltyQuote } from "../../types"
import { Earnings } from "./figures"

interface SummaryProps {
  quote: LoyaltyQuote
  preview: Preview
  isOutdated: boolean
}

/** What the chosen points take off, what is left to pay, and what the order earns. */
export function Summary({ quote, preview, isOutdated }: SummaryProps) {
  const { texts, formats } = useLoyaltyContext()
  const { discount, total } = preview
  const isPreview = minus(discount, exact(quote.discount)).units !== 0n
  return (
    <div className="loyalty-summary" data-outdated={isOutdated || undefined}>
      <dl>
        <div>
          <dt>{texts.say("redeemDiscount")}</dt>
          <dd className="loyalty-plus">
            {formats.money(minus(ZERO, discount), quote.currency_code)}
          </dd>
        </div>
        <div className="loyalty-total">
          <dt>{texts.say(isPreview ? "redeemNewTotal" : "redeemTotal")}</dt>
          <dd>{formats.money(total, quote.currency_code)}</dd>
        </div>
      </dl>
      <Earnings points={preview.pointsToEarn} />
    </div>
  )
}
