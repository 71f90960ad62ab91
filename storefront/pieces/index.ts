export { LoyaltyProvider, type LoyaltyProviderProps } from "./provider"
export { useLoyaltyAccount, type LoyaltyAccountState } from "./data/use-account"
export { useLoyaltyTransactions, type LoyaltyTransactionsState } from "./data/use-transactions"
export { useLoyaltyProgram, type LoyaltyProgramState } from "./data/use-program"
export { useLoyaltyQuote, type LoyaltyQuoteState } from "./data/use-quote"
export { useExpiryReminders, type ExpiryRemindersState } from "./data/use-expiry-reminders"
export { useRefreshLoyalty } from "./data/use-refresh"
export { ExpiryReminders } from "./components/expiry-reminders"
export { PointsBalance, type PointsBalanceProps } from "./components/points-balance"
export { PointsHistory, type PointsHistoryProps } from "./components/points-history"
export { PointsToEarn, type PointsToEarnProps } from "./components/points-to-earn"
export { RedeemPoints, type RedeemPointsProps } from "./components/redeem-points"
export type { Messages, PluralMessage } from "./messages/messages"
export type {
  LoyaltyAccount,
  LoyaltyCart,
  LoyaltyCartUpdate,
  LoyaltyOrderSummary,
  LoyaltyProgram,
  LoyaltyQuote,
  LoyaltyRequest,
  LoyaltySdk,
  LoyaltyTransaction,
} from "./types"
