/** Colours of a `Badge`. */
export type KindColor = "green" | "blue" | "purple" | "orange" | "red" | "grey"

const COLORS: Partial<Record<string, KindColor>> = {
  earn: "green",
  bonus: "green",
  redeem: "blue",
  redeem_refund: "purple",
  earn_reversal: "orange",
  expire: "orange",
  merge: "purple",
}

/** The colour of a transaction's kind; grey for adjustments and unknown kinds. */
export const kindColor = (kind: string): KindColor => COLORS[kind] ?? "grey"

/** The text class of a signed number of points: incoming points are green, outgoing ones plain. */
export const pointsColor = (points: number): string =>
  points > 0 ? "text-ui-tag-green-text" : "text-ui-fg-base"
