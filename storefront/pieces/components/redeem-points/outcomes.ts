import type { Voice } from "../../lib/phrases"
import type { LoyaltyCartUpdate } from "../../types"
import type { Notice } from "./notice"

/**
 * The outcome of applying points.
 *
 * @param asked the most points to use; undefined: as many as the rules allow
 */
export function appliedNotice(update: LoyaltyCartUpdate, asked: number | undefined): Notice {
  const { quote } = update
  if (quote.points_applied === 0) {
    return { tone: "info", textIn: ({ texts }) => texts.say("failChanged") }
  }
  if (asked === undefined || asked <= quote.max_points) {
    return { tone: "success", textIn: (voice) => tellApplied(update, voice) }
  }
  return {
    tone: "info",
    textIn: (voice) => `${tellLowered(update, voice)} ${tellApplied(update, voice)}`,
  }
}

export function removedNotice({ cart, quote }: LoyaltyCartUpdate): Notice {
  return {
    tone: "success",
    textIn: ({ texts, formats }) =>
      texts.say("redeemRemoved", { total: formats.money(cart.total, quote.currency_code) }),
  }
}

function tellApplied({ cart, quote }: LoyaltyCartUpdate, { texts, formats }: Voice): string {
  return texts.say("redeemApplied", {
    points: texts.count("points", quote.points_applied),
    money: formats.money(quote.discount, quote.currency_code),
    total: formats.money(cart.total, quote.currency_code),
  })
}

function tellLowered({ quote }: LoyaltyCartUpdate, { texts }: Voice): string {
  return texts.say("redeemLowered", { points: texts.count("pointsNeeded", quote.max_points) })
}
