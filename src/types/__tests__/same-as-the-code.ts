import type { Seal } from "../../modules/loyalty-points/journal/journal-store"
import type { AccountWithCustomer } from "../../api/admin/loyalty/accounts/with-customers"
import type { LoyaltyOrder } from "../../api/admin/loyalty/orders/loyalty-order"
import type { programResponse, programVersionResponse } from "../../api/shared/responses"
import type { OrderSummary } from "../../api/store/loyalty/account/summarize-orders"
import type { Quote } from "../../domain/checkout/quote"
import type { Simulation } from "../../domain/simulation/simulation"
import type { InternalCodes } from "../../domain/fields/field"
import type { RuleDefinitions } from "../../domain/program/rules"
import type { LiabilityReport } from "../../domain/statistics/liability"
import type { Statistics } from "../../domain/statistics/statistics"
import type { AuditReport } from "../../modules/loyalty-points/audit/audit-store"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import type {
  LoyaltyAccountDTO,
  LoyaltyLotDTO,
  LoyaltyTransactionDTO,
} from "../../modules/loyalty-points/ledger/types"
import type * as answers from "../http-answers"

/** A value as JSON carries it: times are ISO 8601 strings. */
type Serialized<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Serialized<Item>[]
    : T extends object
      ? { [Field in keyof T]: Serialized<T[Field]> }
      : T

/** Whether each is assignable to the other. */
type Same<One, Other> = [One, Other] extends [Other, One] ? true : false

type InternalField = InternalCodes<RuleDefinitions> | "version" | "created_at" | "updated_at"

/** A report says which wallet it is about. */
type OfWallet<Report> = Report & { wallet: string }

/** The compiler refuses an answer's type that differs from what the code returns. */
type Fits<T extends true> = T

/** The reference's answers are those that the code returns. */
export type SameAsTheCode = [
  Fits<Same<answers.HttpLoyaltyAccount, Serialized<LoyaltyAccountDTO>>>,
  Fits<Same<answers.HttpLoyaltyAccountWithCustomer, Serialized<AccountWithCustomer>>>,
  Fits<Same<answers.HttpLoyaltyTransaction, Serialized<LoyaltyTransactionDTO>>>,
  Fits<Same<answers.HttpLoyaltyLot, Serialized<LoyaltyLotDTO>>>,
  Fits<Same<answers.HttpLoyaltyRedemption, Serialized<LoyaltyRedemptionDTO>>>,
  Fits<Same<answers.HttpLoyaltyProgram, Serialized<ReturnType<typeof programResponse>>>>,
  Fits<
    Same<
      answers.HttpPublicLoyaltyProgram,
      Serialized<Omit<ReturnType<typeof programResponse>, InternalField>>
    >
  >,
  Fits<
    Same<answers.HttpLoyaltyProgramVersion, Serialized<ReturnType<typeof programVersionResponse>>>
  >,
  Fits<Same<answers.HttpLoyaltyQuote, Serialized<Quote>>>,
  Fits<Same<answers.HttpLoyaltySimulation, Serialized<Simulation>>>,
  Fits<Same<answers.HttpLoyaltyOrder, Serialized<LoyaltyOrder>>>,
  Fits<Same<answers.HttpLoyaltyStatistics, Serialized<OfWallet<Statistics>>>>,
  Fits<Same<answers.HttpLiabilityReport, Serialized<OfWallet<LiabilityReport>>>>,
  Fits<Same<answers.HttpOrderSummary, Serialized<OrderSummary>>>,
  Fits<Same<answers.HttpLoyaltyAudit, Serialized<AuditReport & { last_seal: Seal | null }>>>,
]
