type Order = {
  customer_id: string | null
  redemption: object | null
  transactions: readonly object[]
  points_earned: number
  points_to_earn: number
}

/** Points that an order will earn besides those already earned. */
export function pointsStillToEarn({
  points_earned,
  points_to_earn,
}: Pick<Order, "points_earned" | "points_to_earn">): number {
  return Math.max(points_to_earn - points_earned, 0)
}

/** Whether there is anything to show about an order's points. */
export function hasPoints(order: Order): boolean {
  const { customer_id, redemption, transactions } = order
  return (
    customer_id !== null &&
    (redemption !== null || transactions.length > 0 || pointsStillToEarn(order) > 0)
  )
}
