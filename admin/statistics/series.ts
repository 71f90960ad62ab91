import type { Flow } from "./period"

/** The chart's series: text, colour in the dashboard's theme, and side of the line. */
export type Series = {
  key: keyof Flow
  /** A custom property of the dashboard, which has a value for each theme. */
  color: string
  /** Outgoing points are drawn below the line. */
  sign: 1 | -1
}

export const SERIES: readonly Series[] = [
  { key: "issued", color: "--tag-green-icon", sign: 1 },
  { key: "redeemed", color: "--tag-blue-icon", sign: -1 },
  { key: "expired", color: "--tag-orange-icon", sign: -1 },
]
