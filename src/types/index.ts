export type { Quote as LoyaltyQuote } from "../domain/checkout/quote"
export type { ReasonCode } from "../domain/checkout/eligibility"
export type { ProgramRules } from "../domain/program/rules"
export type { AuditReport, AuditViolation } from "../modules/loyalty-points/audit/audit-store"
export type { LoyaltyRedemptionDTO } from "../modules/loyalty-points/checkout/redemption-dto"
export { LOYALTY_POINTS_MODULE } from "../modules/loyalty-points/key"
export { LedgerErrorCode } from "../modules/loyalty-points/ledger/errors"
export type {
  CreditInput,
  DebitInput,
  LoyaltyAccountDTO,
  LoyaltyLotDTO,
  LoyaltyTransactionDTO,
  TransactionKind,
} from "../modules/loyalty-points/ledger/types"
export type {
  LoyaltyPointsOptions,
  LoyaltyPointsPluginOptions,
  LoyaltyProgramOption,
} from "../modules/loyalty-points/options"
export type {
  LoyaltyProgramDTO,
  LoyaltyProgramVersionDTO,
} from "../modules/loyalty-points/program/types"
export type { default as LoyaltyPointsModuleService } from "../modules/loyalty-points/service"
export { LoyaltyEvents } from "../modules/loyalty-points/events"
export type * from "./http"
