/** What the confirmation is told when an order was just placed. */
export interface Placed {
  /** What the order earns, or would earn a guest; 0 when nothing is known. */
  points_to_earn: number
}

/** The address of an order's confirmation. */
export function confirmationPath(orderId: string): string {
  return `/orders/${orderId}/confirmed`
}

/** Reads what the browser's history keeps for the page. */
export function placedOf(state: unknown): Placed {
  const points =
    typeof state === "object" && state && "points_to_earn" in state ? state.points_to_earn : 0
  return { points_to_earn: typeof points === "number" ? points : 0 }
}
