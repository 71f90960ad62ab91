import { NO_FACTS } from "../../../src/domain/earning/item-facts"
import { discountsToLower, type RedeemedPoints } from "../../../src/domain/earning/redeemed"
import type {
  OrderState,
  SettlementInput,
  SettlementLine,
} from "../../../src/domain/earning/settlement"
import type { ProgramRules } from "../../../src/domain/program/rules"
import { decimal } from "../../../src/domain/shared/decimal"

/** A line of the played order; money in coins. */
interface Line {
  price: number
  quantity: number
  /** What points take off all of its units. */
  discount: number
  fulfilled: number
  delivered: number
  returned: number
}

/** What is bought: for each line a price in coins and how many. */
export type Bought = { price: number; quantity: number }[]

/** Points that pay a part of the order, and what they take off, in coins. */
export type Payment = { points: number; discount: number }

const NO_PAYMENT: Payment = { points: 0, discount: 0 }
const DELIVERY = 1_500

/**
 * An order as in Medusa: events that are possible happen, others are ignored. Nothing here knows about
 * earning or the ledger.
 */
export class PlayedOrder {
  private readonly lines: Line[]
  private captured = 0
  private refunded = 0
  private goodwill = 0
  private isCompleted = false
  private isCanceled = false

  constructor(
    bought: Bought,
    readonly payment: Payment = NO_PAYMENT
  ) {
    const total = bought.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
    let left = payment.discount
    this.lines = bought.map(({ price, quantity }, index) => {
      const isLast = index === bought.length - 1
      const part = Math.floor((payment.discount * price * quantity) / total)
      const discount = isLast ? left : part
      left -= discount
      return { price, quantity, discount, fulfilled: 0, delivered: 0, returned: 0 }
    })
  }

  complete(): void {
    this.isCompleted = !this.isCanceled
  }

  /** Before it is completed; Medusa pays back what was captured, as a credit line. */
  cancel(): void {
    if (!this.isCompleted) {
      this.isCanceled = true
      this.goodwill += this.captured - this.refunded
      this.refunded = this.captured
    }
  }

  /** A part of what is still to be paid. */
  capture(part: number): void {
    this.captured += Math.max(0, Math.round((this.total - this.captured + this.refunded) * part))
  }

  /** A part of what was paid; what the order does not owe is goodwill. */
  refund(part: number): void {
    const paid = this.captured - this.refunded
    const amount = Math.round(paid * part)
    const owed = Math.max(0, paid - this.total)
    this.refunded += amount
    this.goodwill += Math.max(0, amount - owed)
  }

  fulfil(index: number, units: number): void {
    this.change(
      index,
      (line) => (line.fulfilled += Math.min(units, line.quantity - line.fulfilled))
    )
  }

  unpack(index: number, units: number): void {
    this.change(index, (line) => {
      const open = line.fulfilled - Math.max(line.delivered, line.returned)
      line.fulfilled -= Math.min(units, open)
    })
  }

  deliver(index: number, units: number): void {
    this.change(
      index,
      (line) => (line.delivered += Math.min(units, line.fulfilled - line.delivered))
    )
  }

  returnUnits(index: number, units: number): void {
    this.change(index, (line) => (line.returned += Math.min(units, line.fulfilled - line.returned)))
  }

  /** An edit to a quantity that is not below what was sent; 0 removes the line. */
  edit(index: number, quantity: number): void {
    this.change(index, (line) => {
      line.quantity = Math.max(quantity, line.fulfilled)
      line.discount = line.quantity === 0 ? 0 : line.discount
    })
  }

  /** An edit that recomputes promotions drops the points discount. */
  dropDiscount(): void {
    this.lines.forEach((line) => (line.discount = 0))
  }

  /** Corrects a discount that is too large, as settlement does. */
  correctDiscount(still: number): void {
    const lines = this.lines.map(settlementLine)
    for (const { id, points_discount } of discountsToLower(this.redeemed(still), lines, 2)) {
      this.change(Number(id), (line) => (line.discount = points_discount.times(100).toNumber()))
    }
  }

  /** All that was sent comes back, and the rest is sent and comes back too. */
  returnAll(): void {
    this.lines.forEach((line) => {
      line.fulfilled = line.quantity
      line.returned = line.quantity
    })
  }

  get canBeCanceled(): boolean {
    return !this.isCompleted
  }

  /** The order as settlement reads it; `still`: points that the ledger holds redeemed for it. */
  input(rules: ProgramRules, still: number): SettlementInput {
    return {
      rules,
      is_member: true,
      state: this.state(),
      lines: this.lines.map(settlementLine),
      redeemed: this.redeemed(still),
    }
  }

  private redeemed(still: number): RedeemedPoints | null {
    const { points, discount } = this.payment
    return points > 0 ? { points, discount: decimal(discount).div(100), still } : null
  }

  private state(): OrderState {
    const { total, goodwill } = this
    const paid = this.captured - this.refunded
    const charged = goodwill > 0 && total >= 0 && total + goodwill > 0
    return {
      placed: !this.isCanceled,
      completed: this.isCompleted,
      canceled: this.isCanceled,
      paid_ratio: total > 0 ? decimal(paid).div(total) : decimal(1),
      charged_ratio: charged ? decimal(total).div(total + goodwill) : decimal(1),
    }
  }

  /** In coins; a coin's fractions of what came back do not matter here. */
  private get total(): number {
    const goods = this.lines.map((line) =>
      Math.round(settlementLine(line).total.times(100).toNumber())
    )
    return goods.reduce((sum, amount) => sum + amount, DELIVERY) - this.goodwill
  }

  private change(index: number, change: (line: Line) => void): void {
    const line = this.lines[index % this.lines.length]
    if (line && !this.isCanceled) {
      change(line)
    }
  }
}

function settlementLine(line: Line, index = 0): SettlementLine {
  const { price, quantity, discount, fulfilled, delivered, returned } = line
  const kept = quantity - returned
  const share = quantity === 0 ? decimal(0) : decimal(discount).times(kept).div(quantity)
  const total = decimal(price).times(kept).minus(share).div(100)
  return {
    id: String(index),
    total,
    subtotal: total.div("1.25"),
    earns: true,
    quantity: decimal(quantity),
    returned: decimal(returned),
    fulfilled: decimal(fulfilled),
    delivered: decimal(delivered),
    facts: NO_FACTS,
    points_discount: decimal(discount).div(100),
  }
}
