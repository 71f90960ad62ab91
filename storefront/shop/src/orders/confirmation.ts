/** What the confirmation page receives when an order was just placed. */
export interface Placed {
  /** What the order earns, or would earn a guest; 0 if unknown. */
  points_to_earn: number
}

/** The address of an order's confirmation. */
export function confirmationPath(orderId: string): string {
  return `/orders/${orderId}/confirmed`
}

/** Reads the page's state from the browser's history. */
export function placedOf(state: unknown): Placed {
  const points =
    typeof state === "object" && state && "points_to_earn" in state ? state.points_to_earn : 0
  return { points_to_earn: typeof points === "number" ? points : 0 }
}
