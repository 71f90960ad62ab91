import { cartTarget } from "../../../src/domain/checkout/target"
import { DAY_IN_MS } from "../../../src/domain/shared/day"
import { lotDates } from "../../../src/domain/earning/validity"
import { type SettlementTargets, settlementTargets } from "../../../src/domain/earning/settlement"
import { DEFAULT_RULES, type ProgramRules } from "../../../src/domain/program/rules"
import { isLedgerError, LedgerErrorCode } from "../../../src/modules/loyalty-points/ledger/errors"
import type { LoyaltyAccountDTO, Source } from "../../../src/modules/loyalty-points/ledger/types"
import type { TestLedger } from "../../support/ledger"
import { type AccountEvent, happen, type RandomStory, type Step } from "./events"
import { PlayedOrder } from "./order"

const START = Date.UTC(2026, 2, 1, 12)
const PROGRAM = { id: "lprog_1", version: 1 }
const DAYS = { timeZone: "UTC", expiryMoment: "instant" } as const

/** Each story has its own customer, so that one ledger can hold them all. */
let stories = 0

/** What the shopper has beside the points that they pay with. */
const SAVINGS = 700

/** Plays a random story on a real ledger and checks it after every step. */
export class StoryPlayer {
  private now = new Date(START)
  private others = 0
  /** What the account would hold without the order. */
  private own = 0
  private readonly rules: ProgramRules
  private readonly source: Source

  private constructor(
    private readonly real: TestLedger,
    private readonly accountId: string,
    private readonly name: string,
    private readonly story: RandomStory,
    private readonly order: PlayedOrder
  ) {
    this.source = { type: "order", id: `order_${name}` }
    this.rules = {
      ...DEFAULT_RULES,
      points_per_currency_unit: "10",
      earn_on: story.earnOn,
      rounding: story.rounding,
      pending_days: story.pendingDays,
      validity_days: null,
      clawback_policy: story.policy,
    }
  }

  /** Plays a story from placing the order to undoing it. */
  static async play(real: TestLedger, story: RandomStory): Promise<void> {
    const name = String(++stories)
    const { id } = await real.accounts.ensure(`cus_${name}`, new Date(START))
    const total = story.bought.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
    const points = Math.floor(total * story.paidWithPoints)
    const order = new PlayedOrder(story.bought, { points, discount: points })
    const player = new StoryPlayer(real, id, name, story, order)
    await player.begin()
    for (const step of story.steps) {
      await player.take(step)
    }
    await player.undo()
  }

  private async begin(): Promise<void> {
    const { points } = this.order.payment
    await this.gain(points + SAVINGS)
    if (points > 0) {
      await this.redeem(points, this.source.id)
    }
    await this.settleAndCheck()
  }

  private async take(step: Step): Promise<void> {
    this.now = new Date(this.now.getTime() + step.days * DAY_IN_MS + 1)
    if ("account" in step) {
      return this.moveAccount(step.account)
    }
    const outdated = step.hearing === "late" ? await this.read() : null
    happen(this.order, step.order)
    if (step.hearing === "never") {
      return
    }
    await this.settleAndCheck()
    if (step.hearing === "twice") {
      await this.settleAndCheck({ mustBeDone: true })
    }
    if (outdated) {
      await this.expectOutdated(outdated)
    }
  }

  /** Whatever happened: once canceled or fully returned, the order leaves nothing but forgiven points. */
  private async undo(): Promise<void> {
    if (this.story.end === "cancel" && this.order.canBeCanceled) {
      this.order.cancel()
    } else {
      this.order.returnAll()
    }
    const { earned, redeemed, forgiven, account } = await this.settleAndCheck()
    expect({ earned, redeemed }).toEqual({ earned: forgiven, redeemed: 0 })
    expect(account.balance).toBe(this.own + forgiven)
    await this.settleAndCheck({ mustBeDone: true })
  }

  private async moveAccount(event: AccountEvent): Promise<void> {
    if (event.do === "gain") {
      return this.gain(event.points)
    }
    const { available } = await this.account()
    const points = Math.floor(available * event.part)
    if (points > 0) {
      this.others += 1
      this.own -= points
      await this.redeem(points, `${this.source.id}_other_${this.others}`)
    }
  }

  private async gain(points: number): Promise<void> {
    const gift = { account_id: this.accountId, kind: "bonus" as const, points, expires_at: null }
    await this.real.ledger.credit(gift, this.now)
    this.own += points
  }

  /** Pays for an order with points, as a checkout does; those of the story's order come back. */
  private async redeem(points: number, orderId: string): Promise<void> {
    const cart_id = `cart_${orderId}`
    const request = {
      account_id: this.accountId,
      target: cartTarget(cart_id),
      customer_id: `cus_${this.name}`,
    }
    await this.real.redemptions.request(
      { ...request, currency_code: "pln", points_requested: points },
      this.now
    )
    const redemption = await this.real.redemptions.activeOf(cartTarget(cart_id))
    const redemption_id = String(redemption?.id)
    const discount = String(points / 100)
    await this.real.ledger.hold(
      { redemption_id, attempt: "attempt", points, discount, program: PROGRAM },
      this.now
    )
    await this.real.ledger.capture(redemption_id, orderId, cart_id, this.now)
  }

  /** What a settlement knows before it writes; a discount that is too large was corrected first. */
  private async read(): Promise<{ revision: number; targets: SettlementTargets }> {
    const { revision } = await this.real.ledger.settlementOf(this.source)
    const { redeemed } = await this.state()
    this.order.correctDiscount(redeemed)
    return { revision, targets: settlementTargets(this.order.input(this.rules, redeemed)) }
  }

  private settle({ revision, targets }: Awaited<ReturnType<StoryPlayer["read"]>>) {
    return this.real.ledger.settle(
      {
        account_id: this.accountId,
        source: this.source,
        ...targets,
        ...lotDates(this.rules, this.now, DAYS),
        policy: this.rules.clawback_policy,
        program: PROGRAM,
        revision,
      },
      this.now
    )
  }

  private async settleAndCheck({ mustBeDone = false } = {}) {
    const before = await this.state()
    const known = await this.read()
    const written = await this.settle(known)
    if (mustBeDone) {
      expect(written).toEqual([])
    }
    const state = await this.state()
    expect({ earned: state.earned, redeemed: state.redeemed }).toEqual({
      earned: known.targets.earned + state.forgiven,
      redeemed: known.targets.redeemed,
    })
    expect(state.redeemed).toBeLessThanOrEqual(before.redeemed)
    expect(state.account.balance).toBe(this.own - state.redeemed + state.earned)
    this.expectPolicy(state)
    return state
  }

  private expectPolicy({ account, forgiven }: Awaited<ReturnType<StoryPlayer["state"]>>): void {
    if (this.rules.clawback_policy === "clamp_to_zero") {
      expect(account.balance).toBeGreaterThanOrEqual(0)
    } else {
      expect(forgiven).toBe(0)
    }
    expect(account.available).toBe(Math.max(0, account.balance - account.pending))
  }

  private async expectOutdated(known: Awaited<ReturnType<StoryPlayer["read"]>>): Promise<void> {
    const refusal = await this.settle(known).catch((error: unknown) => error)
    expect(isLedgerError(refusal, LedgerErrorCode.SETTLEMENT_OUTDATED)).toBe(true)
  }

  private async account(): Promise<LoyaltyAccountDTO> {
    const account = await this.real.accounts.byId(this.accountId, this.now)
    if (!account) {
      throw new Error("The account is gone.")
    }
    return account
  }

  /** What the ledger holds for the order, and the account beside it. */
  private async state() {
    const [row] = await this.real.dataSource.query<Record<string, string>[]>(
      `SELECT
         coalesce(sum(points) FILTER (WHERE kind IN ('earn', 'earn_reversal')), 0) AS earned,
         -coalesce(sum(points) FILTER (WHERE kind IN ('redeem', 'redeem_refund')), 0) AS redeemed,
         (SELECT forgiven FROM loyalty_settlement WHERE source_id = $1) AS forgiven
       FROM loyalty_transaction WHERE source_id = $1`,
      [this.source.id]
    )
    const [earned, redeemed, forgiven] = [row?.earned, row?.redeemed, row?.forgiven].map(Number)
    return {
      earned: earned ?? 0,
      redeemed: redeemed ?? 0,
      forgiven: forgiven ?? 0,
      account: await this.account(),
    }
  }
}
