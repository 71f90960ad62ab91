import type { LoyaltyProgram, LoyaltyQuote } from "../types"
import { digitsOf } from "../../../src/domain/shared/currency-digits"
import { compare, type Exact, exact, minus, roundTo, smallestCoin, ZERO } from "./exact"
import type { Voice } from "./phrases"

/** Why points cannot be used: the quote's code and the store's own English sentence. */
export type Reason = { code: string; message: string }

/** Progress towards a minimum: `done` of `needed`, from 0 to 1. */
export type ReasonSentence = { code: string; text: string; progress: number | null }

type Facts = { quote: LoyaltyQuote; program: LoyaltyProgram | undefined; voice: Voice }

/**
 * Why points cannot be used on a cart, with figures and what would help. A reason that is new, or whose
 * figures are not known yet, is shown in the store's words.
 */
export function reasonSentences(facts: Facts): ReasonSentence[] {
  return facts.quote.reasons.map((reason) => ({
    code: reason.code,
    text: sentenceOf(reason, facts) ?? reason.message,
    progress: progressOf(reason, facts),
  }))
}

function sentenceOf(reason: Reason, facts: Facts): string | null {
  const { texts } = facts.voice
  switch (reason.code) {
    case "not_a_member":
      return texts.say("reasonNotAMember")
    case "no_program_for_currency":
      return texts.say("reasonNoProgram", { currency: facts.quote.currency_code.toUpperCase() })
    case "program_disabled":
      return texts.say("reasonProgramDisabled")
    case "promotions_not_combinable":
      return texts.say("reasonPromotions")
    case "no_points":
      return tellNoPoints(facts)
    case "below_minimum_balance":
      return tellMinimumBalance(facts)
    case "below_minimum_order_total":
      return tellMinimumOrder(facts)
    case "nothing_to_discount":
      return texts.say("reasonNothingToDiscount")
    default:
      return null
  }
}

function tellNoPoints({ quote, voice: { texts, formats } }: Facts): string {
  if (quote.available <= 0) {
    return texts.say("reasonNoPoints")
  }
  const coin = smallestCoin(digitsOf(quote.currency_code))
  return texts.say("reasonWorthLessThanCoin", {
    points: texts.count("points", quote.available),
    money: formats.money(coin, quote.currency_code),
  })
}

function tellMinimumBalance({ quote, program, voice: { texts, formats } }: Facts): string | null {
  if (!program) {
    return null
  }
  const available = Math.max(quote.available, 0)
  return texts.say("reasonMinimumBalance", {
    minimum: texts.count("pointsNeeded", program.minimum_balance),
    available: formats.number(available),
    missing: formats.number(program.minimum_balance - available),
  })
}

function tellMinimumOrder({ quote, program, voice: { texts, formats } }: Facts): string | null {
  if (!program) {
    return null
  }
  const minimum = exact(program.minimum_order_total)
  return texts.say("reasonMinimumOrder", {
    minimum: formats.money(minimum, quote.currency_code),
    missing: formats.money(missingOf(minimum, quote), quote.currency_code),
  })
}

/** Rounded up, so that an order short by a fraction of a coin is not asked to add 0.00. */
function missingOf(minimum: Exact, quote: LoyaltyQuote): Exact {
  const missing = minus(minimum, exact(quote.order_total))
  return roundTo(missing, digitsOf(quote.currency_code), "ceil")
}

function progressOf({ code }: Reason, { quote, program }: Facts): number | null {
  if (code === "below_minimum_balance" && program) {
    return share(quote.available, program.minimum_balance)
  }
  if (code === "below_minimum_order_total" && program) {
    return share(quote.order_total, program.minimum_order_total)
  }
  return null
}

/** Only a length to draw, so a float does no harm. */
function share(done: number, needed: number): number {
  return compare(exact(needed), ZERO) > 0 ? Math.min(Math.max(done / needed, 0), 1) : 1
}
