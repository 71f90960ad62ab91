/** What a redemption pays for: the points on it are asked for, held and spent together. */
export type RedemptionTarget = Readonly<{ type: "cart" | "draft_order"; id: string }>

export const cartTarget = (id: string): RedemptionTarget => ({ type: "cart", id })

export const draftTarget = (id: string): RedemptionTarget => ({ type: "draft_order", id })

/** A line that is paid by the unit, at so many points for each. */
export type RedemptionLine = Readonly<{ line_id: string; points_per_unit: number; units: number }>
