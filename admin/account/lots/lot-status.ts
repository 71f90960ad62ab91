/** `ended`: past its expiry with nothing left, whether spent or expired. */
export type LotStatus = "available" | "pending" | "spent" | "expired" | "ended"

type Lot = { remaining: number; available_at: string; expires_at: string | null }

/** A lot's status at a moment. */
export function lotStatus(lot: Lot, now: Date): LotStatus {
  const isOver = lot.expires_at !== null && new Date(lot.expires_at) <= now
  if (lot.remaining === 0) {
    return isOver ? "ended" : "spent"
  }
  if (isOver) {
    return "expired"
  }
  return new Date(lot.available_at) > now ? "pending" : "available"
}
