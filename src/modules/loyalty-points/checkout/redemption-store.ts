import type { DataSource } from "typeorm"
import { IsNull, LessThan, MoreThan, Not } from "typeorm"

import type { Clock } from "../clock"
import { newRedemptionId } from "../ledger/ids"
import { toRedemption } from "./redemption-dto"
import type { LoyaltyRedemptionDTO, RedemptionRow } from "./redemption-dto"
import { LoyaltyRedemption } from "./redemption.entity"

export type RequestInput = {
  account_id: string
  cart_id: string
  customer_id: string
  currency_code: string
  points_requested: number
}

/** `attempt` of the holds of draft orders, whose cart is the draft itself. */
export const DRAFT_ATTEMPT = "draft-order"

/** The requests to pay with points, cart by cart. Holding and spending them is the ledger's. */
export class RedemptionStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /**
   * What the shopper asked for on a cart that is not completed. One indexed query, in plain SQL:
   * every refresh of every cart asks.
   */
  async activeOfCart(cartId: string): Promise<LoyaltyRedemptionDTO | null> {
    const [row] = await this.dataSource.query<RedemptionRow[]>(
      `SELECT * FROM loyalty_redemption WHERE cart_id = $1 AND status IN ('requested', 'held')`,
      [cartId]
    )
    return row ? toRedemption(row) : null
  }

  async capturedOfOrder(orderId: string): Promise<LoyaltyRedemptionDTO | null> {
    const found = await this.repository().findOneBy({ order_id: orderId, status: "captured" })
    return found && toRedemption(found)
  }

  /** The cart's redemption that was held last, whatever became of it. */
  async lastHeldOfCart(cartId: string): Promise<LoyaltyRedemptionDTO | null> {
    const found = await this.repository().findOne({
      where: { cart_id: cartId, held_at: Not(IsNull()) },
      order: { held_at: "DESC" },
    })
    return found && toRedemption(found)
  }

  /** Holds that a completion should have ended long ago, oldest first; those of drafts may last. */
  async heldBefore(before: Date, limit: number): Promise<LoyaltyRedemptionDTO[]> {
    const found = await this.repository().find({
      where: { status: "held", held_at: LessThan(before), attempt: Not(DRAFT_ATTEMPT) },
      order: { held_at: "ASC" },
      take: limit,
    })
    return found.map(toRedemption)
  }

  /** Holds of draft orders by id, those after `afterId` ("" for the first page). */
  async heldForDrafts(afterId: string, limit: number): Promise<LoyaltyRedemptionDTO[]> {
    const found = await this.repository().find({
      where: { status: "held", attempt: DRAFT_ATTEMPT, id: MoreThan(afterId) },
      order: { id: "ASC" },
      take: limit,
    })
    return found.map(toRedemption)
  }

  /**
   * Asks for points on a cart, replacing an earlier request. False when the cart is being completed
   * at this moment: then its request cannot change. A closed account cannot ask for any.
   * On a draft order the request changes while its points are held, unless they are another's.
   */
  async request(input: RequestInput, now = this.now()): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO loyalty_redemption AS r (
         id, account_no, cart_id, customer_id, status, points_requested, currency_code, updated_at
       )
       SELECT $1, a.no, $3, $4, 'requested', $5, $6, $7 FROM loyalty_account a
       WHERE a.id = $2 AND a.closed_at IS NULL
       ON CONFLICT (cart_id) WHERE status IN ('requested', 'held') DO UPDATE SET
         account_no = excluded.account_no, customer_id = excluded.customer_id,
         points_requested = excluded.points_requested, currency_code = excluded.currency_code,
         updated_at = excluded.updated_at
       WHERE r.status = 'requested' OR (r.attempt = $8 AND r.account_no = excluded.account_no)
       RETURNING r.id`,
      [
        newRedemptionId(),
        input.account_id,
        input.cart_id,
        input.customer_id,
        input.points_requested,
        input.currency_code,
        now,
        DRAFT_ATTEMPT,
      ]
    )
    return rows.length > 0
  }

  /** Withdraws the request of a cart, if it has one that no completion holds. */
  async withdraw(cartId: string, now = this.now()): Promise<void> {
    await this.repository().update(
      { cart_id: cartId, status: "requested" },
      { status: "released", ended_at: now, updated_at: now }
    )
  }

  private repository() {
    return this.dataSource.getRepository(LoyaltyRedemption)
  }
}
