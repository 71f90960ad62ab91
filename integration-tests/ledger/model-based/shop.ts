import { cartTarget, draftTarget } from "../../../src/domain/checkout/target"
import {
  type AccountModel,
  apply,
  availablePoints,
  capture,
  credit,
  debit,
  expire,
  hold,
  lifetimeOf,
  NEW_ACCOUNT,
  type Outcome,
  pendingPoints,
  refund,
  release,
  reverse,
  settle,
  type SettleOperation,
  settlementOf,
  type Written,
} from "../../../src/domain/ledger/model"
import type { ModelTransaction } from "../../../src/domain/ledger/model-account"
import { netOfSource } from "../../../src/domain/ledger/model-account"
import { replay } from "../../../src/domain/ledger/replay"
import { LedgerError } from "../../../src/modules/loyalty-points/ledger/errors"
import { newRedemptionId } from "../../../src/modules/loyalty-points/ledger/ids"
import type {
  LoyaltyTransactionDTO,
  SettleInput,
} from "../../../src/modules/loyalty-points/ledger/types"
import { expireInChunks } from "../../../src/workflows/expiry/expire-in-chunks"
import { assertLedgerCoherent, journalOf, type TestLedger } from "../../support/ledger"
import type { Amount, Command, Dates, Step, ToSettle, Wait, Which } from "./steps"
import { SHOPPERS } from "./steps"

const OPENING = new Date("2026-03-01T00:00:00Z")
const PROGRAM = { id: "lprog_1", version: 1 }

interface Shopper {
  name: string
  accountId: string
  model: AccountModel
  /** Repeats the last operation with an idempotency key, as a caller without an answer does. */
  again?: () => Promise<void>
}

/** The shop twice: on the database and in the model. Every step compares both. */
export class Shop {
  private now = OPENING

  private constructor(
    private readonly real: TestLedger,
    private readonly shoppers: Shopper[]
  ) {}

  /** Opens with empty tables and shoppers who have never bought anything. */
  static async open(real: TestLedger): Promise<Shop> {
    await real.empty()
    const shoppers: Shopper[] = []
    for (let i = 0; i < SHOPPERS; i++) {
      const { id } = await real.accounts.ensure(`cus_${i}`, OPENING)
      shoppers.push({ name: `shopper_${i}`, accountId: id, model: NEW_ACCOUNT })
    }
    return new Shop(real, shoppers)
  }

  async take(step: Step): Promise<void> {
    const shopper = this.shoppers[step.shopper]!
    this.now = this.after(step.wait, shopper)
    await this.run(step.command, shopper)
    await this.compareAccount(shopper)
  }

  /** Settles every order once more, as the nightly job does, and proves the whole ledger. */
  async close(): Promise<void> {
    for (const shopper of this.shoppers) {
      for (const { source } of shopper.model.settlements) {
        const dates = { available_in: 0, lives: null }
        const order = Number(source.id.slice(-1))
        const targets = { earned: 25, redeemed: 35 }
        const policy = "clamp_to_zero" as const
        await this.run({ do: "settle", order, targets, policy, dates, stale: false }, shopper)
      }
      await this.compareAccount(shopper)
      await this.compareJournal(shopper)
    }
    await assertLedgerCoherent(this.real.dataSource)
  }

  private after(wait: Wait, { model }: Shopper): Date {
    if ("ms" in wait) {
      return new Date(this.now.getTime() + wait.ms)
    }
    const moments = model.lots
      .filter((lot) => lot.remaining > 0)
      .flatMap((lot) => [lot.available_at, lot.expires_at])
      .flatMap((moment) => (moment && moment > this.now ? [moment.getTime()] : []))
    const next = moments.length > 0 ? Math.min(...moments) + wait.corner : 0
    return new Date(Math.max(this.now.getTime(), next))
  }

  private async run(command: Command, shopper: Shopper): Promise<void> {
    const { now, real } = this
    const { accountId: account_id } = shopper
    switch (command.do) {
      case "credit": {
        const source = command.order === null ? undefined : sourceOf(shopper, command.order)
        const { kind, points } = command
        const input = { kind, points, ...this.moments(command.dates), source }
        return this.keyed(shopper, command.key, written, {
          expected: (model, key) => credit(model, { ...input, key }, this.now),
          call: (key) => real.ledger.credit({ ...input, ...key, account_id }, this.now),
        })
      }
      case "debit": {
        const points = amountOf(command.points, availablePoints(shopper.model, now))
        const input = { kind: "adjust" as const, points }
        return this.keyed(shopper, command.key, written, {
          expected: (model, key) => debit(model, { ...input, key }, this.now),
          call: (key) => real.ledger.debit({ ...input, ...key, account_id }, this.now),
        })
      }
      case "hold": {
        const id = await this.applied(shopper, command.cart)
        const points = amountOf(command.points, availablePoints(shopper.model, now))
        const attempt = isDraft(command.cart) ? null : command.attempt
        const asked = { attempt, points, ...linesOf(points, command.byUnit) }
        const call = { redemption_id: id, ...asked, discount: "1.5", program: PROGRAM }
        return this.both(shopper, hold(shopper.model, { id, ...asked }, now), nothing, () =>
          real.ledger.hold(call, now)
        )
      }
      case "capture": {
        const id = redemptionOf(shopper, command.cart)
        const order_id = sourceOf(shopper, command.order).id
        return this.both(shopper, capture(shopper.model, { id, order_id }, now), written, () =>
          real.ledger.capture(id, order_id, "cart", now)
        )
      }
      case "release": {
        const id = redemptionOf(shopper, command.cart)
        const reapply_id = command.reapply ? newRedemptionId() : undefined
        const input = { attempt: command.attempt ?? undefined, reapply_id }
        return this.both(shopper, release(shopper.model, { id, ...input }), same, () =>
          real.ledger.release({ redemption_id: id, ...input }, now)
        )
      }
      case "refund": {
        const { source, net } = orderWith("redeemed", shopper, command.order)
        const input = { source, points: amountOf(command.points, net) }
        return this.keyed(shopper, command.key, written, {
          expected: (model, key) => refund(model, { ...input, key }, this.now),
          call: (key) => real.ledger.refund({ ...input, ...key, account_id }, this.now),
        })
      }
      case "reverse": {
        const { source, net } = orderWith("earned", shopper, command.order)
        const { policy } = command
        const input = { source, policy, points: amountOf(command.points, net) }
        return this.keyed(shopper, command.key, writtenOrNull, {
          expected: (model, key) => reverse(model, { ...input, key }, this.now),
          call: (key) => real.ledger.reverse({ ...input, ...key, account_id }, this.now),
        })
      }
      case "settle": {
        const call = await this.settling(shopper, command)
        return this.both(shopper, settle(shopper.model, call, now), list, () =>
          real.ledger.settle(inputOf(shopper, call), now)
        )
      }
      case "settle_many": {
        const calls = await Promise.all(command.orders.map((one) => this.settling(shopper, one)))
        const inputs = calls.map((call) => inputOf(shopper, call))
        return this.both(shopper, settleAll(shopper.model, calls, now), list, async () =>
          (await real.ledger.settleMany(inputs, now)).map(({ transaction }) => transaction)
        )
      }
      case "again":
        return shopper.again?.()
      case "expire":
        shopper.model = expire(shopper.model, now)
        return real.ledger.expire(account_id, now)
      case "expire_due":
        return this.expireDue(command.chunk)
    }
  }

  /** What the job does to all accounts. */
  private async expireDue(chunk: number): Promise<void> {
    const { now, real } = this
    const journals = this.shoppers.map(({ model }) => model.transactions.length)
    this.shoppers.forEach((one) => (one.model = expire(one.model, now)))
    const expected = this.shoppers.flatMap(({ accountId, model }, index) =>
      model.transactions.slice(journals[index]).map((line) => [accountId, line.points])
    )
    const expired: [string, number][] = []
    await expireInChunks(
      {
        expireDue: (request) => real.expiry.expireDue(request, now),
        firstDue: (after) => real.expiry.firstDue(after, now),
      },
      {
        expired: async (part) =>
          part.forEach(({ transaction }) =>
            expired.push([transaction.account_id, transaction.points])
          ),
        failed: (accountId, error) => {
          throw new Error(`${accountId}: ${String(error)}`)
        },
      },
      chunk
    )
    expect(expired.sort()).toEqual(expected.sort())
  }

  /** An operation that a caller may repeat with its idempotency key. */
  private async keyed<Expected, Result>(
    shopper: Shopper,
    name: string | null,
    compare: (expected: Expected, result: Result) => void,
    operation: {
      expected: (model: AccountModel, key: string | null) => Outcome<Expected>
      call: (key: { idempotency_key?: string }) => Promise<Result>
    }
  ): Promise<void> {
    const key = name && `${shopper.name}:${name}`
    const run = () =>
      this.both(shopper, operation.expected(shopper.model, key), compare, () =>
        operation.call(key ? { idempotency_key: key } : {})
      )
    shopper.again = key ? run : shopper.again
    return run()
  }

  /** Adopts the model's outcome and expects the same from the database. */
  private async both<Expected, Result>(
    shopper: Shopper,
    outcome: Outcome<Expected>,
    compare: (expected: Expected, result: Result) => void,
    call: () => Promise<Result>
  ): Promise<void> {
    const available = availablePoints(shopper.model, this.now)
    const answer = await attempt(call)
    if ("refused" in outcome || "refused" in answer) {
      const refused = "refused" in answer ? answer.refused : answer
      expect(refused).toEqual("refused" in outcome ? outcome.refused : outcome.result)
      if ("refused" in answer && answer.refused === "insufficient_points") {
        expect(answer.detail).toEqual({ available })
      }
      return
    }
    compare(outcome.result, answer.result)
    shopper.model = outcome.account
  }

  /** The request on a cart or a draft; created if it has none. */
  private async applied(shopper: Shopper, cart: number): Promise<string> {
    const target = targetOf(shopper, cart)
    const active = await this.real.redemptions.activeOf(target)
    const known = shopper.model.redemptions.find(
      ({ target: { id }, status }) => id === target.id && ["requested", "held"].includes(status)
    )
    expect(active?.id).toBe(known?.id)
    if (active) {
      return active.id
    }
    const request = {
      account_id: shopper.accountId,
      customer_id: shopper.name,
      target,
    }
    const terms = { currency_code: "pln", points_requested: 100 }
    expect(await this.real.redemptions.request({ ...request, ...terms }, this.now)).toBe(true)
    const id = (await this.real.redemptions.activeOf(target))!.id
    shopper.model = apply(shopper.model, id, target)
    return id
  }

  /** An order's settlement as an event asks for it, or as one does that read it too early. */
  private async settling(shopper: Shopper, { order, stale, dates, ...asked }: ToSettle) {
    const source = sourceOf(shopper, order)
    const current = settlementOf(shopper.model, source).revision
    expect((await this.real.ledger.settlementOf(source)).revision).toBe(current)
    const revision = stale ? current + 1 : current
    const { targets, policy, purchase } = asked
    return { source, ...targets, policy, purchase, revision, ...this.moments(dates) }
  }

  private moments({ available_in, lives }: Dates) {
    const available_at = new Date(this.now.getTime() + available_in)
    const expires_at = lives === null ? null : new Date(available_at.getTime() + lives)
    return { available_at, expires_at }
  }

  private async compareAccount({ accountId, model }: Shopper): Promise<void> {
    const account = (await this.real.accounts.byId(accountId, this.now))!
    const { earned, redeemed } = lifetimeOf(model)
    expect(account).toMatchObject({
      balance: model.balance,
      held: model.held,
      pending: pendingPoints(model, this.now),
      available: availablePoints(model, this.now),
      lifetime_earned: earned,
      lifetime_redeemed: redeemed,
      expiring: expiringOf(model, this.now),
    })
    const { rows } = await this.real.accounts.lots(accountId, { limit: 1000, offset: 0 })
    const lots = rows.map(({ id, account_id: _, created_at: __, ...lot }) => ({
      ...lot,
      no: Number(id.split("_").at(-1)),
    }))
    expect(lots.sort((one, other) => one.no - other.no)).toEqual(model.lots)
    const { count } = await this.real.accounts.transactions(accountId, { limit: 1, offset: 0 })
    expect(count).toBe(model.transactions.length)
  }

  private async compareJournal({ accountId, model }: Shopper): Promise<void> {
    const journal = await journalOf(this.real.dataSource, accountId)
    const expected = model.transactions.map(({ version, kind, points, balance_after, lots }) => ({
      ...{ version, kind, points, balance_after },
      lots,
    }))
    expect(journal).toEqual(expected)
    await this.compareDetails(accountId, model)
    await this.compareSettlements(accountId, model)
    const replayed = replay(journal)
    expect(replayed.problems).toEqual([])
    expect(replayed.balance).toBe(model.balance)
    expect([...replayed.lots].sort(([one], [other]) => one - other)).toEqual(
      model.lots.map(({ no, remaining }) => [no, remaining])
    )
  }

  private async compareSettlements(accountId: string, model: AccountModel): Promise<void> {
    const rows = await this.real.dataSource.query<Record<string, string | number>[]>(
      `SELECT s.source_id, s.points_earned, s.points_redeemed, s.forgiven, s.revision, s.spent,
         s.counted
       FROM loyalty_settlement s JOIN loyalty_account a ON a.no = s.member_no
       WHERE a.id = $1 ORDER BY s.source_id`,
      [accountId]
    )
    const numbers = rows.map(({ source_id, ...row }) => [
      source_id,
      ...Object.values(row).map(Number),
    ])
    const expected = model.settlements.map(({ source, ...says }) => {
      const bought = model.purchases.find(({ source: of }) => of.id === source.id)!
      return [
        ...[source.id, says.points_earned, says.points_redeemed, says.forgiven, says.revision],
        ...[Number(bought.spent), Number(bought.counted)],
      ]
    })
    expect(numbers).toEqual(expected.sort(([one], [other]) => (one! < other! ? -1 : 1)))
  }

  /** Whoever expired lots, the job or another operation, the transaction lists them. */
  private async compareDetails(accountId: string, model: AccountModel): Promise<void> {
    const { rows } = await this.real.accounts.transactions(accountId, { limit: 1000, offset: 0 })
    const told = rows
      .filter(({ kind }) => kind === "expire")
      .map(({ details }) =>
        (details!.lots as { id: string }[]).map(({ id, ...lot }) => ({
          no: Number(id.split("_").at(-1)),
          ...lot,
        }))
      )
    const expired = model.transactions.filter(({ kind }) => kind === "expire").reverse()
    expect(told).toEqual(expired.map((line) => toldLots(model, line)))
  }
}

/** A settlement as the ledger takes it. */
const inputOf = ({ accountId }: Shopper, { purchase, ...call }: SettleOperation): SettleInput => ({
  ...call,
  account_id: accountId,
  program: PROGRAM,
  ...(purchase && { purchase: { ...purchase, purchased_at: OPENING, currency_code: "pln" } }),
})

/** Settles by source, all or none. */
function settleAll(
  model: AccountModel,
  operations: SettleOperation[],
  now: Date
): Outcome<readonly ModelTransaction[]> {
  let account = model
  const written: ModelTransaction[] = []
  for (const one of [...operations].sort((a, b) => (a.source.id < b.source.id ? -1 : 1))) {
    const outcome = settle(account, one, now)
    if ("refused" in outcome) {
      return outcome
    }
    account = outcome.account
    written.push(...outcome.result)
  }
  return { account, result: written }
}

/** An expiry's lots as in its details. */
const toldLots = (model: AccountModel, { lots }: ModelTransaction) =>
  lots.map(({ no, points }) => {
    const expires_at = model.lots.find((lot) => lot.no === no)?.expires_at?.toISOString()
    return { no, points: -points, expires_at }
  })

const sourceOf = ({ name }: Shopper, order: number) => ({
  type: "order",
  id: `${name}_order_${order}`,
})

const isDraft = (cart: number) => cart === 2

const targetOf = ({ name }: Shopper, cart: number) =>
  isDraft(cart) ? draftTarget(`${name}_draft`) : cartTarget(`${name}_cart_${cart}`)

/** Lines that cost a part of the points by the unit, or more than all of them. */
const linesOf = (points: number, byUnit: number) =>
  byUnit === 0
    ? {}
    : { lines: [{ line_id: "item", points_per_unit: 1, units: Math.ceil(points * byUnit) }] }

/** An order and what it still has; if one is asked that has something, one of those. */
function orderWith(what: "earned" | "redeemed", shopper: Shopper, which: Which) {
  const orders = [0, 1, 2].map((order) => {
    const source = sourceOf(shopper, order)
    return { source, net: netOfSource(shopper.model, source)[what] }
  })
  const apt = orders.filter(({ net }) => net > 0)
  return "apt" in which && apt.length > 0
    ? apt[which.apt % apt.length]!
    : orders[Object.values(which)[0]!]!
}

/** The latest redemption of a cart; if one is asked that is held, one of those. */
function redemptionOf(shopper: Shopper, which: Which): string {
  const { redemptions } = shopper.model
  const held = redemptions.filter(({ status }) => status === "held")
  if ("apt" in which && held.length > 0) {
    return held[which.apt % held.length]!.id
  }
  const { id } = targetOf(shopper, Object.values(which)[0]!)
  return redemptions.filter(({ target }) => target.id === id).at(-1)?.id ?? "lred_unknown"
}

const amountOf = (amount: Amount, whole: number): number =>
  typeof amount === "number" ? amount : Math.round(whole * amount.part) + amount.plus

const nothing = () => undefined
const same = (expected: unknown, result: unknown) => expect(result).toEqual(expected)

function sameTransaction(expected: ModelTransaction, result: LoyaltyTransactionDTO): void {
  const { version, kind, points, balance_after, source, expires_at } = expected
  expect(result).toMatchObject({
    ...{ kind, points, balance_after, expires_at },
    order_id: source?.id ?? null,
  })
  expect(result.id.endsWith(`_${version}`)).toBe(true)
}

function written(
  expected: Written,
  result: { transaction: LoyaltyTransactionDTO; is_new: boolean }
): void {
  sameTransaction(expected.transaction, result.transaction)
  expect(result.is_new).toBe(expected.is_new)
}

function writtenOrNull(expected: Written | null, result: Parameters<typeof written>[1] | null) {
  return expected && result ? written(expected, result) : same(expected, result)
}

function list(expected: readonly ModelTransaction[], result: LoyaltyTransactionDTO[]): void {
  expect(result).toHaveLength(expected.length)
  expected.forEach((transaction, index) => sameTransaction(transaction, result[index]!))
}

/** The next ten expiries and their points, as the account shows them. */
function expiringOf(model: AccountModel, now: Date) {
  const byMoment = new Map<number, number>()
  for (const { remaining, expires_at } of model.lots) {
    if (remaining > 0 && expires_at && expires_at > now) {
      byMoment.set(expires_at.getTime(), (byMoment.get(expires_at.getTime()) ?? 0) + remaining)
    }
  }
  return [...byMoment]
    .sort(([one], [other]) => one - other)
    .slice(0, 10)
    .map(([moment, points]) => ({ points, expires_at: new Date(moment) }))
}

type Answer<T> = { result: T } | { refused: string; detail: unknown }

async function attempt<T>(call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { result: await call() }
  } catch (error) {
    if (error instanceof LedgerError) {
      return { refused: error.ledger_code, detail: error.detail }
    }
    throw error
  }
}
