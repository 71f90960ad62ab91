import { moveClock } from "../clock"
import { loyaltyOf, orderInAdmin } from "../orders"
import { accountOf, adjustPoints } from "../shoppers"
import { eventually } from "../eventually"
import type { Step } from "./story"

/** What a story ends with, or stands at in between. */
export interface Expected {
  /** Net points of the order. */
  earned?: number
  redeemed?: number
  /** What the points that are still redeemed take off. */
  discount?: number
  /** What edits took off the discount. */
  dropped?: number
  /** The shopper's account. */
  balance?: number
  available?: number
  pending?: number
}

/** The merchant takes points by hand, as a stand-in for another order that spends them. */
export const spend =
  (points: number): Step =>
  async ({ merchant, shopper }) => {
    await adjustPoints(merchant, shopper, -points)
  }

/** The merchant gives points by hand. */
export const gain =
  (points: number): Step =>
  async ({ merchant, shopper }) => {
    await adjustPoints(merchant, shopper, points)
  }

/** The plugin's clock is so many days ahead of the present from now on. */
export const daysPass =
  (days: number): Step =>
  async () =>
    moveClock(days)

/** Waits until events have brought the ledger to this. */
export const shows =
  (expected: Expected): Step =>
  async ({ merchant, order, shopper }) => {
    await eventually(async () => {
      const loyalty = await loyaltyOf(merchant, order)
      const account = await accountOf(shopper)
      expect({
        earned: loyalty.points_earned,
        redeemed: loyalty.points_redeemed,
        discount: loyalty.discount,
        dropped: loyalty.discount_dropped,
        balance: account.balance,
        available: account.available,
        pending: account.pending,
      }).toMatchObject(expected)
    })
  }

/** What the goods of the order cost now that events have put its discount right. */
export const costs =
  (total: number): Step =>
  async ({ merchant, order }) => {
    await eventually(async () => {
      const now = await orderInAdmin(merchant, order)
      expect(now.total).toBeCloseTo(total, 6)
    })
  }
