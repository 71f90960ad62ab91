import { points, rate, text, time } from "./fields"

/** What reports count of a period. */
export const flows = {
  issued: points.describe("Earned or given: `earn`, `bonus`, and `adjust` that gives."),
  redeemed: points.describe(
    "Spent, less what was given back: `redeem` less `redeem_refund`; below 0 when more was given back."
  ),
  expired: points.describe("Written off: `expire`."),
  reversed: points.describe("Earned points that were taken back: `earn_reversal`."),
  taken: points.describe("Taken by hand: `adjust` or `bonus` that takes."),
}

/** The two ends of a report's period. */
export const bounds = {
  from: time.describe("The first moment of the period."),
  to: time.describe("The first moment after the period."),
}

export const reportedWallet = text.describe(
  "The wallet that the report is about: no figure mixes two."
)

/** A rate of a report: a part of what was issued. */
export const shareOfIssued = (part: string) =>
  rate
    .nullable()
    .describe(`\`${part} / issued\`, with four decimals; null when nothing was issued.`)
