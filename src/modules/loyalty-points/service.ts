import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"

import type { Period } from "../../domain/statistics/period"
import { AccountStore, DEFAULT_WALLET } from "./ledger/account-store"
import { LedgerStore } from "./ledger/ledger-store"
import type {
  Actor,
  CorrectionInput,
  CreditInput,
  DebitInput,
  HoldInput,
  LoyaltyAccountDTO,
  LoyaltyTransactionDTO,
  MergeInput,
  PageRequest,
  ReverseInput,
  SettleInput,
  SettlementState,
  Source,
} from "./ledger/types"
import { AuditStore } from "./audit/audit-store"
import type { AuditReport } from "./audit/audit-store"
import { RedemptionStore } from "./checkout/redemption-store"
import type { ApplyInput } from "./checkout/redemption-store"
import { toRedemption } from "./checkout/redemption-dto"
import type { LoyaltyRedemptionDTO } from "./checkout/redemption-dto"
import { DATA_SOURCE } from "./database/data-source"
import { ExpiryStore } from "./expiry/expiry-store"
import type { ChunkRequest, DuePlace, ExpiredChunk } from "./expiry/expiry-store"
import { joinerConfig } from "./joiner-config"
import type { LoyaltyPointsOptions } from "./options"
import { ProgramStore, rulesOf } from "./program/program-store"
import { toProgram, toProgramVersion } from "./program/program-dto"
import type {
  CreateProgramInput,
  LoyaltyProgramDTO,
  ProgramInForce,
  UpdateProgramInput,
} from "./program/types"
import { ACCOUNT_IDS, PROGRAMS, REDEMPTIONS, TRANSACTIONS } from "./query/entities"
import { countQueryable, listQueryable } from "./query/queryable"
import type { ListConfig, Queryable } from "./query/queryable"
import type { Filters } from "./query/where"
import { ReminderStore } from "./reminders/reminder-store"
import type { ReminderClaim } from "./reminders/reminder-store"
import type { ReminderStatus } from "./reminders/reminder.entity"
import type { ClaimedReminder, ReminderPlace } from "./reminders/types"
import { LiabilityStore } from "./statistics/liability-store"
import type { LiabilitySnapshot } from "./statistics/liability-store"
import { onStart } from "./start"
import { StatisticsStore } from "./statistics/statistics-store"
import type { LedgerFigures } from "./statistics/statistics-store"

type Dependencies = {
  [DATA_SOURCE]: DataSource
  loyaltyPointsOptions: LoyaltyPointsOptions
  logger: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService
}

/**
 * The module's face: every write of points, every read, in one place. Rules are the domain's, SQL
 * is the stores'; this class gives them the present time and names. Methods named list…, retrieve…
 * follow Medusa's conventions for Query.
 */
export default class LoyaltyPointsModuleService {
  readonly __hooks = {
    onApplicationStart: async () => this.start(),
    onApplicationShutdown: async () => this.dataSource.destroy(),
  }
  readonly options: LoyaltyPointsOptions

  private readonly dataSource: DataSource
  private readonly accounts: AccountStore
  private readonly ledger: LedgerStore
  private readonly expiry: ExpiryStore
  private readonly redemptions: RedemptionStore
  private readonly programs: ProgramStore
  private readonly audits: AuditStore
  private readonly statistics: StatisticsStore
  private readonly liability: LiabilityStore
  private readonly reminders: ReminderStore

  constructor(private readonly dependencies: Dependencies) {
    this.options = dependencies.loyaltyPointsOptions
    this.dataSource = dependencies[DATA_SOURCE]
    this.accounts = new AccountStore(this.dataSource)
    this.ledger = new LedgerStore(this.dataSource)
    this.expiry = new ExpiryStore(this.dataSource)
    this.redemptions = new RedemptionStore(this.dataSource)
    this.programs = new ProgramStore(this.dataSource)
    this.audits = new AuditStore(this.dataSource)
    this.statistics = new StatisticsStore(this.dataSource)
    this.liability = new LiabilityStore(this.dataSource)
    this.reminders = new ReminderStore(this.dataSource)
  }

  __joinerConfig() {
    return joinerConfig
  }

  /** Other modules are there by now, which they are not when this one is made. */
  private async start(): Promise<void> {
    const { options, programs, dependencies } = this
    const eventBus = dependencies[Modules.EVENT_BUS]
    await onStart({ options, programs, eventBus, logger: dependencies.logger })
  }

  /** The present time, as the option `clock` tells it. */
  now(): Date {
    return this.options.clock()
  }

  // Accounts

  /** The customer's account, opened if this is the first look. */
  async ensureAccount(customerId: string, wallet = DEFAULT_WALLET): Promise<LoyaltyAccountDTO> {
    return this.accounts.ensure(customerId, this.now(), wallet)
  }

  /** null when the customer has none yet; nothing is written. */
  async findAccountOfCustomer(customerId: string): Promise<LoyaltyAccountDTO | null> {
    return this.accounts.ofCustomer(customerId, this.now())
  }

  /** @throws NOT_FOUND */
  async retrieveLoyaltyAccount(id: string): Promise<LoyaltyAccountDTO> {
    return required(await this.accounts.byId(id, this.now()), `There is no loyalty account ${id}`)
  }

  async listTransactionsOfAccount(accountId: string, page: PageRequest) {
    return this.accounts.transactions(accountId, page)
  }

  /** The same of the customer's account, which is opened if this is the first look. */
  async listTransactionsOfCustomer(customerId: string, page: PageRequest) {
    const found = await this.accounts.transactionsOfCustomer(customerId, page)
    if (found) {
      return found
    }
    const { id } = await this.ensureAccount(customerId)
    return this.accounts.transactions(id, page)
  }

  async listLotsOfAccount(accountId: string, page: PageRequest) {
    return this.accounts.lots(accountId, page)
  }

  async listTransactionsOfSource(source: Source): Promise<LoyaltyTransactionDTO[]> {
    return this.accounts.transactionsOfSource(source.type, source.id)
  }

  /** From when on everything that a source earned can be spent; null when nothing of it waits. */
  async findPendingUntil(source: Source): Promise<Date | null> {
    return this.accounts.pendingUntil(source, this.now())
  }

  // Ledger

  async credit(input: CreditInput) {
    return this.ledger.credit(input, this.now())
  }

  async debit(input: DebitInput) {
    return this.ledger.debit(input, this.now())
  }

  async refund(input: CorrectionInput) {
    return this.ledger.refund(input, this.now())
  }

  async reverse(input: ReverseInput) {
    return this.ledger.reverse(input, this.now())
  }

  async expire(accountId: string) {
    return this.ledger.expire(accountId, this.now())
  }

  /** Expires what is due on one chunk of all accounts, in one transaction. */
  async expireDue(request: ChunkRequest): Promise<ExpiredChunk> {
    return this.expiry.expireDue(request, this.now())
  }

  /** The first account that such a chunk would begin with; null when there is none. */
  async findFirstDue(after: DuePlace) {
    return this.expiry.firstDue(after, this.now())
  }

  async findSettlement(source: Source): Promise<SettlementState> {
    return this.ledger.settlementOf(source)
  }

  /** Makes a guest's order, or what else no account was settled for, belong to an account. */
  async claimSource(accountId: string, source: Source): Promise<boolean> {
    return this.ledger.claim(accountId, source, this.now())
  }

  /** Moves everything of one account into another and closes it. */
  async mergeAccounts(input: MergeInput): Promise<LoyaltyTransactionDTO[]> {
    return this.ledger.merge(input, this.now())
  }

  /** Closes an account, forgets whose it was and writes off what is left on it. */
  async closeAccount(accountId: string): Promise<LoyaltyTransactionDTO[]> {
    return this.ledger.close(accountId, this.now())
  }

  /** @param now the moment that `available_at` and `expires_at` were counted from */
  async settle(input: SettleInput, now: Date): Promise<LoyaltyTransactionDTO[]> {
    return this.ledger.settle(input, now)
  }

  // Points on carts

  async findActiveRedemption(cartId: string): Promise<LoyaltyRedemptionDTO | null> {
    return this.redemptions.activeOfCart(cartId)
  }

  async findRedemptionOfOrder(orderId: string): Promise<LoyaltyRedemptionDTO | null> {
    const redemption = await this.redemptions.capturedOfOrder(orderId)
    return redemption && toRedemption(redemption)
  }

  /** The cart's redemption that was held last, whatever became of it. */
  async findLastHold(cartId: string): Promise<LoyaltyRedemptionDTO | null> {
    const redemption = await this.redemptions.lastHeldOfCart(cartId)
    return redemption && toRedemption(redemption)
  }

  async listHoldsBefore(before: Date, limit: number): Promise<LoyaltyRedemptionDTO[]> {
    return (await this.redemptions.heldSince(before, limit)).map(toRedemption)
  }

  /** Holds of draft orders by id, those after `afterId` ("" for the first page). */
  async listDraftHolds(afterId: string, limit: number): Promise<LoyaltyRedemptionDTO[]> {
    return (await this.redemptions.heldForDrafts(afterId, limit)).map(toRedemption)
  }

  /** False when the cart is being completed at this moment. */
  async applyPoints(input: ApplyInput): Promise<boolean> {
    return this.redemptions.apply(input, this.now())
  }

  async withdrawPoints(cartId: string): Promise<void> {
    await this.redemptions.withdraw(cartId, this.now())
  }

  async hold(input: HoldInput): Promise<void> {
    await this.ledger.hold(input, this.now())
  }

  /** `cartId`: null for an order that was no cart. */
  async capture(redemptionId: string, orderId: string, cartId: string | null) {
    return this.ledger.capture(redemptionId, orderId, cartId, this.now())
  }

  async release(input: { redemption_id: string; attempt?: string; reapply_id?: string }) {
    return this.ledger.release(input, this.now())
  }

  // Programs

  async findProgram(currencyCode: string): Promise<ProgramInForce | null> {
    const program = await this.programs.ofCurrency(currencyCode)
    return program && { ...program, rules: rulesOf(program) }
  }

  /** The rules that were in force at a moment, those of programs deleted since included. */
  async findProgramInForce(currencyCode: string, at: Date): Promise<ProgramInForce | null> {
    return this.programs.inForce(currencyCode, at)
  }

  /** @throws NOT_FOUND */
  async retrieveLoyaltyProgram(id: string): Promise<LoyaltyProgramDTO> {
    return toProgram(await this.programs.byId(id))
  }

  /** @throws DUPLICATE_ERROR when the currency has a program already */
  async createProgram(input: CreateProgramInput, actor: Actor | null = null) {
    return toProgram(await this.programs.create(input, actor, this.now()))
  }

  async updateProgram(id: string, input: UpdateProgramInput, actor: Actor | null = null) {
    const { program, changes } = await this.programs.update(id, input, actor, this.now())
    return { program: toProgram(program), changes }
  }

  async deleteProgram(id: string, actor: Actor | null = null): Promise<void> {
    await this.programs.delete(id, actor, this.now())
  }

  async listProgramVersions(programId: string, page: PageRequest) {
    const { rows, count } = await this.programs.versions(programId, page)
    return { rows: rows.map(toProgramVersion), count }
  }

  // Reminders of points that will expire

  /** Accounts with points that expire by `horizon` and whose customers want reminders. */
  async listExpiringAccounts(page: { after: ReminderPlace; limit: number; horizon: Date }) {
    return this.reminders.expiring(page, this.now())
  }

  /** null when other runs tell of all these lots. */
  async claimReminder(claim: ReminderClaim): Promise<ClaimedReminder | null> {
    return this.reminders.claim(claim, this.now())
  }

  /** Messages that failed, or whose run was cut off, to be tried again now. */
  async takeOverReminders(limit: number, leasedUntil: Date): Promise<ClaimedReminder[]> {
    return this.reminders.takeOver(limit, leasedUntil, this.now())
  }

  async listRemindedPoints(reminder: ClaimedReminder) {
    return this.reminders.pointsOf(reminder, this.now())
  }

  async finishReminder(
    reminder: Pick<ClaimedReminder, "id" | "attempts">,
    status: Exclude<ReminderStatus, "claimed">,
    leasedUntil = this.now()
  ): Promise<void> {
    await this.reminders.finish(reminder, status, leasedUntil, this.now())
  }

  /** Whether the customer wants reminders; their account is opened if this is the first look. */
  async chooseReminders(customerId: string, wantsReminders: boolean): Promise<LoyaltyAccountDTO> {
    const { id } = await this.ensureAccount(customerId)
    await this.reminders.choose(id, wantsReminders)
    return this.retrieveLoyaltyAccount(id)
  }

  // Audit

  async audit(): Promise<AuditReport> {
    return this.audits.audit()
  }

  // Statistics

  async readFigures(period: Period): Promise<LedgerFigures> {
    return this.statistics.read(period, this.now())
  }

  async readLiability(period: Period): Promise<LiabilitySnapshot> {
    return this.liability.read(period, this.options.timeZone, this.now())
  }

  // Query

  async listLoyaltyAccounts(filters?: Filters, config?: ListConfig): Promise<LoyaltyAccountDTO[]> {
    const ids = await listQueryable(this.dataSource, ACCOUNT_IDS, filters, config)
    const accounts = await this.accounts.byIds(ids, this.now())
    const byId = new Map(accounts.map((account) => [account.id, account]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  async listAndCountLoyaltyAccounts(filters?: Filters, config?: ListConfig) {
    const accounts = await this.listLoyaltyAccounts(filters, config)
    return [accounts, await countQueryable(this.dataSource, ACCOUNT_IDS, filters)] as const
  }

  async listLoyaltyTransactions(filters?: Filters, config?: ListConfig) {
    return listQueryable(this.dataSource, TRANSACTIONS, filters, config)
  }

  async listAndCountLoyaltyTransactions(filters?: Filters, config?: ListConfig) {
    return this.listAndCount(TRANSACTIONS, filters, config)
  }

  async listLoyaltyPrograms(filters?: Filters, config?: ListConfig) {
    return listQueryable(this.dataSource, PROGRAMS, filters, config)
  }

  async listAndCountLoyaltyPrograms(filters?: Filters, config?: ListConfig) {
    return this.listAndCount(PROGRAMS, filters, config)
  }

  async listLoyaltyRedemptions(filters?: Filters, config?: ListConfig) {
    return listQueryable(this.dataSource, REDEMPTIONS, filters, config)
  }

  async listAndCountLoyaltyRedemptions(filters?: Filters, config?: ListConfig) {
    return this.listAndCount(REDEMPTIONS, filters, config)
  }

  private async listAndCount<Row, DTO>(
    entity: Queryable<Row, DTO>,
    filters?: Filters,
    config?: ListConfig
  ) {
    const rows = await listQueryable(this.dataSource, entity, filters, config)
    return [rows, await countQueryable(this.dataSource, entity, filters)] as const
  }
}

function required<T>(value: T | null, message: string): T {
  if (value === null) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, message)
  }
  return value
}
