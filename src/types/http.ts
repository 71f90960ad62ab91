import type { LoyaltyOrder as OrderAnswer } from "../api/admin/loyalty/orders/loyalty-order"
import type { AccountWithCustomer } from "../api/admin/loyalty/accounts/with-customers"
import type { programResponse, programVersionResponse } from "../api/shared/responses"
import type { OrderSummary } from "../api/store/loyalty/account/summarize-orders"
import type { Quote } from "../domain/checkout/quote"
import type { Simulation } from "../domain/program/simulation"
import type { LiabilityReport } from "../domain/statistics/liability"
import type { Statistics } from "../domain/statistics/statistics"
import type { LoyaltyRedemptionDTO } from "../modules/loyalty-points/checkout/redemption-dto"
import type {
  LoyaltyAccountDTO,
  LoyaltyLotDTO,
  LoyaltyTransactionDTO,
} from "../modules/loyalty-points/ledger/types"

/** A value as JSON carries it: times are ISO 8601 strings. */
type Serialized<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Serialized<Item>[]
    : T extends object
      ? { [Field in keyof T]: Serialized<T[Field]> }
      : T

/** What the routes answer, as docs/api.md describes it; `Http` tells them from the module's types. */
export type HttpLoyaltyAccount = Serialized<LoyaltyAccountDTO>
export type HttpLoyaltyAccountWithCustomer = Serialized<AccountWithCustomer>
export type HttpLoyaltyTransaction = Serialized<LoyaltyTransactionDTO>
export type HttpLoyaltyLot = Serialized<LoyaltyLotDTO>
export type HttpLoyaltyRedemption = Serialized<LoyaltyRedemptionDTO>
export type HttpLoyaltyProgram = Serialized<ReturnType<typeof programResponse>>
export type HttpLoyaltyProgramVersion = Serialized<ReturnType<typeof programVersionResponse>>
/** A program as a shopper's browser sees it. */
export type HttpPublicLoyaltyProgram = Omit<
  HttpLoyaltyProgram,
  "clawback_policy" | "version" | "created_at" | "updated_at"
>
export type HttpLoyaltyQuote = Quote
export type HttpLoyaltySimulation = Simulation
export type HttpLoyaltyOrder = Serialized<OrderAnswer>
export type HttpLoyaltyStatistics = Serialized<Statistics>
export type HttpLiabilityReport = Serialized<LiabilityReport>
export type HttpOrderSummary = OrderSummary

/** A list's answer: `Listed<"loyalty_programs", HttpLoyaltyProgram>`. */
export type Listed<Name extends string, Item> = { [N in Name]: Item[] } & {
  count: number
  offset: number
  limit: number
}
