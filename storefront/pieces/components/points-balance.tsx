import { useLoyaltyContext } from "../context"
import { useLoyaltyAccount } from "../data/use-account"
import { useLoyaltyProgram } from "../data/use-program"
import { digitsOf } from "../../../src/domain/shared/currency-digits"
import { accountNotes } from "../lib/phrases"
import { discountFor } from "../lib/points"
import type { LoyaltyProgram } from "../types"
import { Star } from "./parts/star"
import { LoadError, Loading } from "./parts/states"

export interface PointsBalanceProps {
  /** Shows what the points are worth in this currency. */
  currencyCode?: string
}

/** The customer's balance, its value, what expires next, and what is pending or held. */
export function PointsBalance({ currencyCode }: PointsBalanceProps) {
  const { texts, language } = useLoyaltyContext()
  return (
    <section className="loyalty-card loyalty-balance" lang={language}>
      <h2 className="loyalty-title">
        <Star />
        {texts.say("balanceTitle")}
      </h2>
      <Balance currencyCode={currencyCode} />
    </section>
  )
}

function Balance({ currencyCode }: PointsBalanceProps) {
  const { texts, formats, customerId } = useLoyaltyContext()
  const { account, error, refresh } = useLoyaltyAccount()
  const { program } = useLoyaltyProgram(currencyCode)
  if (customerId === null) {
    return <p className="loyalty-muted">{texts.say("balanceGuest")}</p>
  }
  if (!account) {
    return error ? <LoadError error={error} onRetry={refresh} /> : <Loading />
  }
  return (
    <>
      <p className="loyalty-balance-figures">
        <strong className="loyalty-balance-points">
          {texts.count("points", account.available)}
        </strong>{" "}
        {program && account.available > 0 && <Worth points={account.available} program={program} />}
      </p>
      {accountNotes(account, { texts, formats }).map((note) => (
        <p key={note} className="loyalty-muted">
          {note}
        </p>
      ))}
    </>
  )
}

function Worth({ points, program }: { points: number; program: LoyaltyProgram }) {
  const { texts, formats } = useLoyaltyContext()
  const code = program.currency_code
  const worth = discountFor(points, program.point_value, digitsOf(code))
  return (
    <span className="loyalty-worth">
      {texts.say("balanceWorth", { money: formats.money(worth, code) })}
    </span>
  )
}
