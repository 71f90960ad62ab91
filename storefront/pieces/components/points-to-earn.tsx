import { useLoyaltyContext } from "../context"
import { useFreshQuote } from "../data/use-fresh-quote"
import { useLoyaltyProgram } from "../data/use-program"
import { exact } from "../lib/exact"
import { pointsForAmount } from "../lib/points"
import { Star } from "./parts/star"

/**
 * For a cart, or for an amount such as a product's price.
 *
 * - `cartTotal` shows that the cart has changed, so that the quote is reloaded.
 * - `amount` is in major units: with tax when points are earned on totals, without tax when they are
 *   earned on subtotals.
 */
export type PointsToEarnProps =
  | { cartId: string; cartTotal?: number; amount?: undefined; currencyCode?: undefined }
  | { amount: number; currencyCode: string; cartId?: undefined; cartTotal?: undefined }

/** How many points a cart or a product earns. Shows nothing where none are earned. */
export function PointsToEarn(props: PointsToEarnProps) {
  if (props.cartId !== undefined) {
    return <CartEarns cartId={props.cartId} cartTotal={props.cartTotal} />
  }
  return <AmountEarns amount={props.amount} currencyCode={props.currencyCode} />
}

function CartEarns({ cartId, cartTotal }: { cartId: string; cartTotal?: number }) {
  const { customerId } = useLoyaltyContext()
  const { quote } = useFreshQuote(cartId, cartTotal)
  const text = customerId === null ? "earnOrderGuest" : "earnOrder"
  return <Earns text={text} points={quote?.points_to_earn ?? 0} />
}

function AmountEarns({ amount, currencyCode }: { amount: number; currencyCode: string }) {
  const { program } = useLoyaltyProgram(currencyCode)
  const points = program && amount > 0 ? pointsForAmount(program, exact(amount)) : 0
  return <Earns text="earnAmount" points={points} />
}

interface EarnsProps {
  text: "earnAmount" | "earnOrder" | "earnOrderGuest"
  points: number
}

function Earns({ text, points }: EarnsProps) {
  const { texts, language } = useLoyaltyContext()
  if (points === 0) {
    return null
  }
  return (
    <span className="loyalty-earn" lang={language}>
      <Star />
      {texts.count(text, points)}
    </span>
  )
}
