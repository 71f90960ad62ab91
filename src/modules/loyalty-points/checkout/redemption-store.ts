import type { DataSource } from "typeorm"
import { IsNull, LessThan, MoreThan, Not } from "typeorm"

import type { RedemptionTarget } from "../../../domain/checkout/target"
import { POINTS_WALLET } from "../../../domain/wallets/words"
import type { Clock } from "../clock"
import { newRedemptionId } from "../ledger/ids"
import { toRedemption } from "./redemption-dto"
import type { LoyaltyRedemptionDTO, RedemptionRow } from "./redemption-dto"
import { LoyaltyRedemption } from "./redemption.entity"

export type RequestInput = {
  account_id: string
  target: RedemptionTarget
  customer_id: string
  currency_code: string
  points_requested: number
}

/** Requests to pay with points, by target. The ledger holds and spends the points. */
export class RedemptionStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /**
   * The request on a cart or a draft that is not an order yet. One indexed query, in plain SQL, because
   * every refresh of every cart runs it.
   */
  async activeOf(
    target: RedemptionTarget,
    wallet = POINTS_WALLET
  ): Promise<LoyaltyRedemptionDTO | null> {
    const [row] = await this.dataSource.query<RedemptionRow[]>(
      `SELECT * FROM loyalty_redemption
       WHERE target_id = $1 AND target_type = $2 AND wallet = $3
         AND status IN ('requested', 'held')`,
      [target.id, target.type, wallet]
    )
    return row ? toRedemption(row) : null
  }

  async capturedOfOrder(
    orderId: string,
    wallet = POINTS_WALLET
  ): Promise<LoyaltyRedemptionDTO | null> {
    const order = { order_id: orderId, wallet, status: "captured" } as const
    const found = await this.repository().findOneBy(order)
    return found && toRedemption(found)
  }

  /** The target's most recently held redemption, in any status. */
  async lastHeldOf(
    { type, id }: RedemptionTarget,
    wallet = POINTS_WALLET
  ): Promise<LoyaltyRedemptionDTO | null> {
    const found = await this.repository().findOne({
      where: { target_type: type, target_id: id, wallet, held_at: Not(IsNull()) },
      order: { held_at: "DESC" },
    })
    return found && toRedemption(found)
  }

  /** Holds on carts that should have ended long ago, oldest first. */
  async cartsHeldBefore(before: Date, limit: number): Promise<LoyaltyRedemptionDTO[]> {
    const found = await this.repository().find({
      where: { target_type: "cart", status: "held", held_at: LessThan(before) },
      order: { held_at: "ASC" },
      take: limit,
    })
    return found.map(toRedemption)
  }

  /** Holds of draft orders by id, after `afterId` ("" for the first page). */
  async draftsHeld(afterId: string, limit: number): Promise<LoyaltyRedemptionDTO[]> {
    const found = await this.repository().find({
      where: { target_type: "draft_order", status: "held", id: MoreThan(afterId) },
      order: { id: "ASC" },
      take: limit,
    })
    return found.map(toRedemption)
  }

  /**
   * Requests points from the account's wallet, replacing an earlier request. False if the cart is being
   * completed: its request cannot change then. A closed account cannot request points. On a draft order
   * the request can change while its points are held, unless they are another account's.
   */
  async request(input: RequestInput, now = this.now()): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO loyalty_redemption AS r (
         id, account_no, wallet, target_type, target_id, customer_id, status, points_requested,
         currency_code, created_at, updated_at
       )
       SELECT $1, a.no, a.wallet, $3, $4, $5, 'requested', $6, $7, $8, $8 FROM loyalty_account a
       WHERE a.id = $2 AND a.closed_at IS NULL
       ON CONFLICT (target_id, target_type, wallet) WHERE status IN ('requested', 'held')
       DO UPDATE SET
         account_no = excluded.account_no, customer_id = excluded.customer_id,
         points_requested = excluded.points_requested, currency_code = excluded.currency_code,
         updated_at = excluded.updated_at
       WHERE r.status = 'requested'
         OR (r.target_type = 'draft_order' AND r.account_no = excluded.account_no)
       RETURNING r.id`,
      [
        newRedemptionId(),
        input.account_id,
        input.target.type,
        input.target.id,
        input.customer_id,
        input.points_requested,
        input.currency_code,
        now,
      ]
    )
    return rows.length > 0
  }

  /** Withdraws a target's request, if it has one that is not held. */
  async withdraw(
    { type, id }: RedemptionTarget,
    wallet = POINTS_WALLET,
    now = this.now()
  ): Promise<void> {
    await this.repository().update(
      { target_type: type, target_id: id, wallet, status: "requested" },
      { status: "released", ended_at: now, updated_at: now }
    )
  }

  private repository() {
    return this.dataSource.getRepository(LoyaltyRedemption)
  }
}
