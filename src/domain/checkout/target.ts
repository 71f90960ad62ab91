/** What a redemption pays for: its points are requested, held and spent together. */
export type RedemptionTarget = Readonly<{ type: "cart" | "draft_order"; id: string }>

export const cartTarget = (id: string): RedemptionTarget => ({ type: "cart", id })

export const draftTarget = (id: string): RedemptionTarget => ({ type: "draft_order", id })

/** A line paid by the unit, at a number of points for each. */
export type RedemptionLine = Readonly<{ line_id: string; points_per_unit: number; units: number }>
